using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>What a statement that lacks a record says of it.</summary>
internal enum Fate
{
    /// <summary>It could not hold the record: what we knew stays.</summary>
    Stays,

    /// <summary>It should hold the record and does not: withdrawn from then known.</summary>
    Withdrawn,

    /// <summary>It was open in the last statement that could hold it, and has ended since on a day nobody told us.</summary>
    EndUnknown,
}

/// <summary>A record version set against statements that may or may not hold it.</summary>
/// <param name="Fields">As <see cref="RecordText"/> writes them.</param>
/// <param name="DataDate">The day the extract that told of it was taken, as a day number.</param>
internal readonly record struct Known(string Fields, int DataDate)
{
    /// <summary>Day number of the first field (date or start).</summary>
    public int First => Day(0);

    /// <summary>Day number of the second field (a spell's end): none while open.</summary>
    public int End => Day(1);

    private int Day(int field)
    {
        var line = Fields.AsSpan();
        for (; field > 0; field--)
        {
            var tab = line.IndexOf('\t');
            if (tab < 0) return Days.Unknown;
            line = line[(tab + 1)..];
        }
        var end = line.IndexOf('\t');
        var cell = end < 0 ? line : line[..end];
        if (cell.IsEmpty || cell[0] == '\'') return Days.Unknown;
        return cell is "-" ? Days.None : int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The same record as last told: a version that a later statement could hold, and that is known still, was told again by it.
    /// Without this a plan open for years would seem last heard of when it was first loaded.
    /// </summary>
    /// <param name="kind">The record's kind.</param>
    /// <param name="later">Statements about the kind that were loaded after the version.</param>
    public Known LastTold(RecordKind kind, IEnumerable<Statement> later)
    {
        var last = this;
        foreach (var says in later)
            if (last.Under(kind, says, Days.None) != Fate.Stays) last = last with { DataDate = Days.Of(says.To) };
        return last;
    }

    /// <summary>
    /// What a statement that lacks this record says of it (an extract is a complete statement of a kind between two dates). A statement taken before the one we know it from says nothing.
    /// </summary>
    /// <param name="kind">The record's kind.</param>
    /// <param name="says">A statement about that kind.</param>
    /// <param name="latest">Under a latest-only statement: the date or start of this subject's record in it; none where it has no row.</param>
    public Fate Under(RecordKind kind, Statement says, int latest)
    {
        if (says.Holds == Completeness.Absent || kind.Shape == RecordShape.Entity || DataDate > Days.Of(says.To)) return Fate.Stays;
        var isSpell = kind.Shape == RecordShape.Spell;
        var isOpen = isSpell && End == Days.None;
        if (says.Holds == Completeness.LatestOnly) return UnderLatest(isSpell, isOpen, says, latest);
        var from = Days.Of(says.From);
        var to = Days.Of(says.To);
        if (isOpen && First <= to) return DataDate >= from - 1 ? Fate.Withdrawn : Fate.EndUnknown;
        var last = isSpell ? End : First;
        if (!Days.IsDate(last)) return isSpell ? Fate.Stays : Fate.Withdrawn;
        return First <= to && last >= from ? Fate.Withdrawn : Fate.Stays;
    }

    private Fate UnderLatest(bool isSpell, bool isOpen, Statement says, int latest)
    {
        var to = Days.Of(says.To);
        if (!isSpell) return Days.IsDate(latest) && First > latest && First <= to ? Fate.Withdrawn : Fate.Stays;
        if (!isOpen || First > to) return Fate.Stays;
        // A list of the latest spell holds those open now or ended within six months: a child with a later one has left this one.
        if (Days.IsDate(latest) && latest > First) return Fate.EndUnknown;
        return DataDate >= Days.Of(Months.Add(says.To, -6)) ? Fate.Withdrawn : Fate.EndUnknown;
    }
}
