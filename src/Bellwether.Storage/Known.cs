using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>What a statement that lacks a record says of it, the strongest last.</summary>
internal enum Fate
{
    /// <summary>It could not hold the record: what we knew stays.</summary>
    Stays,

    /// <summary>It was open in the last statement that could hold it, and has ended since on a day nobody told us.</summary>
    EndUnknown,

    /// <summary>It should hold the record and does not: withdrawn from then known.</summary>
    Withdrawn,
}

/// <summary>A record set against statements that lack it.</summary>
/// <param name="Line">What is known of it.</param>
/// <param name="Told">The last day that whoever told it speaks for, as a day number.</param>
/// <param name="Speaker">Who speaks of it; statements of others say nothing about it.</param>
internal readonly record struct Known(Line Line, int Told, string Speaker)
{
    /// <summary>
    /// Days at the start of an extract of which it is not sure that they are in it: case systems count six months each in their own way, and
    /// a data date worked out from the files may be a few days before the day they were made. Chosen, not measured.
    /// </summary>
    private const int Edge = 7;

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
            if (last.Under(kind, says, Days.None, false) != Fate.Stays) last = last with { Told = Days.Of(says.To) };
        return last;
    }

    /// <summary>
    /// What a statement that lacks this record says of it (an extract is a complete statement of a kind between two dates). A statement taken
    /// before the one we know it from says nothing, nor does one that speaks for other rows.
    /// </summary>
    /// <param name="kind">The record's kind.</param>
    /// <param name="says">A statement about that kind.</param>
    /// <param name="latest">Under a latest-only statement: the date or start of this subject's record in it; none where it has no row.</param>
    /// <param name="isOfDays">Under a latest-only statement: each of its records begins on its own day and says how things stand on it.</param>
    public Fate Under(RecordKind kind, Statement says, int latest, bool isOfDays)
    {
        if (says.Holds == Completeness.Absent || kind.Shape == RecordShape.Entity || says.Speaker != Speaker || Told > Days.Of(says.To)) return Fate.Stays;
        if (says.Holds == Completeness.LatestOnly) return UnderLatest(kind, says, latest, isOfDays);
        var from = Days.Of(says.From);
        var to = Days.Of(says.To);
        var surely = IsOfWholeYears(says) ? from : from + Edge;
        // An end that nobody told leaves one thing sure: it was open until a day, and a statement that covers that day should hold it.
        if (Days.IsDate(Line.OpenUntil)) return Line.First <= to && Line.OpenUntil >= surely ? Fate.Withdrawn : Fate.Stays;
        var isSpell = kind.Shape == RecordShape.Spell;
        if (isSpell && Line.End == Days.None && Line.First <= to) return Told >= from ? Fate.Withdrawn : Fate.EndUnknown;
        var last = isSpell ? Line.End : Line.First;
        if (!Days.IsDate(last)) return isSpell ? Fate.Stays : Fate.Withdrawn;
        return Line.First <= to && last >= surely ? Fate.Withdrawn : Fate.Stays;
    }

    // A yearly return is of exact years; an extract goes back to the same day of an earlier month.
    private static bool IsOfWholeYears(Statement says)
    {
        var after = says.To.AddDays(1);
        return (after.Month, after.Day) == (says.From.Month, says.From.Day);
    }

    private Fate UnderLatest(RecordKind kind, Statement says, int latest, bool isOfDays)
    {
        var to = Days.Of(says.To);
        if (kind.Shape != RecordShape.Spell) return Days.IsDate(latest) && Line.First > latest && Line.First <= to ? Fate.Withdrawn : Fate.Stays;
        if (Days.IsDate(Line.OpenUntil) || Line.End != Days.None || Line.First > to) return Fate.Stays;
        // How things stood on an earlier day, a list of how they stand on another can't hold.
        if (isOfDays && Line.First == Told && Told < to) return Fate.EndUnknown;
        // A list of the latest spell holds those open now or ended within six months: a child with a later one has left this one.
        if (Days.IsDate(latest) && latest > Line.First) return Fate.EndUnknown;
        return Told >= Days.Of(Months.Add(says.To, -6)) ? Fate.Withdrawn : Fate.EndUnknown;
    }
}
