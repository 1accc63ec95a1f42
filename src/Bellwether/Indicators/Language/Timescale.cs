using Bellwether.Calendar;

namespace Bellwether.Indicators.Language;

/// <summary>A limit that changes by date, with its sources: one file of the folder timescales.</summary>
/// <param name="Id">File name without extension.</param>
/// <param name="Title">For readers.</param>
/// <param name="Rows">Earliest <see cref="TimescaleRow.From"/> first; rows of one date in the order written.</param>
public sealed record Timescale(string Id, string Title, IReadOnlyList<TimescaleRow> Rows)
{
    /// <summary>Code in the catalogue of statutory and guidance clocks: TS06. Empty for a local one.</summary>
    public string Code { get; init; } = "";

    /// <summary>What a reader must know beside the rows.</summary>
    public string Note { get; init; } = "";

    /// <summary>Some row asks about the due date it would give, so that only a clock can use it.</summary>
    public bool HasConditions => Rows.Any(r => r.When is not null);

    /// <summary>The first day it has a row for; null where it has one for ever.</summary>
    public DateOnly? First => Rows[0].From;

    /// <summary>
    /// The rows in force on the date the limit is added to, in the order to try them: the first whose condition holds, on the due date
    /// that it would give itself, is the one. Empty where no row is in force: an error for that case, never a guess.
    /// </summary>
    public IReadOnlyList<TimescaleRow> On(DateOnly anchor)
    {
        var rows = new List<TimescaleRow>();
        foreach (var row in Rows)
        {
            if (row.From > anchor) break;
            if (rows.Count > 0 && rows[0].From != row.From) rows.Clear();
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>The limit in force on the date it is added to; null where no row is in force then, or every one has a condition.</summary>
    public Limit? LimitOn(DateOnly anchor) => On(anchor).LastOrDefault(r => r.When is null)?.Limit;
}

/// <summary>One row: from a date, perhaps under a condition, so long.</summary>
/// <param name="From">First day of the dates it may be added to, inclusive; null for always.</param>
/// <param name="When">A condition on <see cref="ClockDue"/>, <see cref="ClockPrevious"/> and the clock's record; null for none.</param>
/// <param name="Limit">How long.</param>
/// <param name="Source">Statute, guidance or local policy it rests on.</param>
/// <param name="Check">True where the source is practice or knowledge not yet read in the law: the authority must check it.</param>
public sealed record TimescaleRow(DateOnly? From, Node? When, Limit Limit, string Source, bool Check);
