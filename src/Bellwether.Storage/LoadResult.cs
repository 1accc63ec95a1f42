using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>What a load changed.</summary>
/// <param name="Load">The load's number; the earlier one's where nothing was new.</param>
/// <param name="IsRepeat">True where the same content had been loaded: nothing was kept, the earlier load is cited.</param>
/// <param name="Changes">Kind by kind, in the order read.</param>
public sealed record LoadResult(int Load, bool IsRepeat, IReadOnlyList<KindChange> Changes)
{
    /// <summary>What only the store could find of it, beside the findings of the extract: for those alone who may see restricted cases.</summary>
    public IReadOnlyList<Finding> ForTheLead { get; init; } = [];
}

/// <summary>What a load changed in one kind.</summary>
public sealed record KindChange(string Kind, int Added, int Changed, int Withdrawn, int Same);

/// <summary>A load as the store remembers it.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="LoadedAt">UTC.</param>
/// <param name="DataDate">The day the extract was taken; null where nothing dated was read.</param>
/// <param name="DataDateIsGiven">False where it was worked out.</param>
/// <param name="Receipt">One line a list.</param>
/// <param name="Findings">In order of file, sheet and row.</param>
public sealed record StoredLoad(
    int Id, DateTimeOffset LoadedAt, DateOnly? DataDate, bool DataDateIsGiven,
    IReadOnlyList<ReceiptLine> Receipt, IReadOnlyList<Finding> Findings);
