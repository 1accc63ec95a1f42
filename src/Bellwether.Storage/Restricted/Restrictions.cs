using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>
/// The register of restricted children of one authority. Nothing in it is overwritten: a restriction stands as placed, and what becomes of it
/// is added as a step. Only a person lifts one.
/// </summary>
public sealed class Restrictions
{
    private readonly Database _database;
    private readonly CodeLists _codes;
    private readonly string _authority;
    private readonly TimeProvider _time;

    internal Restrictions(Database database, CodeLists codes, string authority, TimeProvider time) => (_database, _codes, _authority, _time) = (database, codes, authority, time);

    /// <summary>The reasons there are.</summary>
    public CodeList Reasons => _codes[ToldRestriction.ReasonList];

    /// <summary>Every restriction there ever was, in the order placed.</summary>
    public IReadOnlyList<Restriction> All()
    {
        var steps = Steps();
        var all = new List<Restriction>();
        using var command = _database.Command(
            "select id, child, reason, first_day, placed_by, source, load, recorded_at, review_due from restrictions where authority = @0 order by id", _authority);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            all.Add(new Restriction(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), Days.Date(reader.GetInt32(3)), reader.GetString(4), reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetInt32(6), IsoTime.Parse(reader.GetString(7)), [.. steps[reader.GetInt32(0)]])
            { FirstReviewDue = Days.Date(reader.GetInt32(8)) });
        return all;
    }

    /// <summary>Those that stand now.</summary>
    public IReadOnlyList<Restriction> InForce() => [.. All().Where(r => r.IsInForce)];

    /// <summary>Restricts a child, by a person.</summary>
    /// <param name="child">The child's id as lists show it; it need not be in the data yet.</param>
    /// <param name="reason">A code of <see cref="Reasons"/>, its label or a word for it.</param>
    /// <param name="from">First day; null for today.</param>
    /// <param name="by">Who restricts.</param>
    /// <returns>Why it was not, in words; empty where it was. The words hold no id.</returns>
    public string Place(string child, string reason, DateOnly? from, string by)
    {
        if (child.Trim().Length == 0) return "Name the child's id, as the lists show it.";
        if (by.Trim().Length == 0) return "A restriction needs the name of the person who places it.";
        if (!Reasons.TryRead(reason.Trim(), out var code)) return $"There is no such reason. The reasons are {string.Join(", ", Reasons.Entries.Select(e => $"{e.Code} ({e.Label})"))}.";
        if (from > Today) return "A restriction starts today or earlier.";
        using var write = _database.Write();
        if (InForce().Any(r => r.Child == child.Trim() && r.Reason == Reasons.Entries[code].Code && r.Source.Length == 0)) return "This child is restricted for that reason already.";
        Add(child.Trim(), Reasons.Entries[code].Code, from ?? Today, by.Trim(), "", null, null);
        write.Commit();
        return "";
    }

    /// <summary>Lets a restriction stand after a look at it; the next review is due 90 days from today. Why not, in words; empty where it was done.</summary>
    public string Review(int id, string by) => Take(id, RestrictionStepKind.Reviewed, by, Today.AddDays(Restriction.ReviewDays));

    /// <summary>Lifts a restriction. Why not, in words; empty where it was done.</summary>
    public string Lift(int id, string by) => Take(id, RestrictionStepKind.Lifted, by, null);

    /// <summary>The day it is in London.</summary>
    internal DateOnly Today => LondonTime.DateOf(_time.GetUtcNow());

    /// <summary>Adds a restriction inside the caller's transaction. The first review is due 90 days after its first day, or after the last review that the source tells of.</summary>
    internal void Add(string child, string reason, DateOnly from, string by, string source, int? load, DateOnly? reviewed)
    {
        var since = reviewed is { } last && last > from ? last : from;
        _database.Run(
            """
            insert into restrictions(authority, id, child, reason, first_day, placed_by, source, load, recorded_at, review_due)
            values (@0, (select coalesce(max(id), 0) + 1 from restrictions where authority = @0), @1, @2, @3, @4, @5, @6, @7, @8)
            """,
            _authority, child, reason, Days.Of(from), by, source, load, IsoTime.Format(_time.GetUtcNow()), Days.Of(since.AddDays(Restriction.ReviewDays)));
    }

    /// <summary>Adds a step inside the caller's transaction.</summary>
    internal void Add(int id, RestrictionStepKind step, string by, int? load, DateOnly? due) => _database.Run(
        """
        insert into restriction_steps(authority, restriction, number, step, taken_by, load, at, review_due)
        values (@0, @1, (select coalesce(max(number), 0) + 1 from restriction_steps where authority = @0 and restriction = @1), @2, @3, @4, @5, @6)
        """,
        _authority, (long)id, step.ToString(), by, load, IsoTime.Format(_time.GetUtcNow()), due is { } day ? Days.Of(day) : null);

    private string Take(int id, RestrictionStepKind step, string by, DateOnly? due)
    {
        if (by.Trim().Length == 0) return "It needs the name of the person who does it.";
        using var write = _database.Write();
        if (All().FirstOrDefault(r => r.Id == id) is not { } restriction) return $"There is no restriction {id}.";
        if (restriction.Lifted is { } lifted) return $"Restriction {id} was lifted by {lifted.By} on {EnglishDate.Format(restriction.LiftedOn!.Value)}. Place a new one where it is needed again.";
        Add(id, step, by.Trim(), null, due);
        write.Commit();
        return "";
    }

    private ILookup<int, RestrictionStep> Steps()
    {
        var steps = new List<(int Of, RestrictionStep Step)>();
        using var command = _database.Command("select restriction, step, taken_by, load, at, review_due from restriction_steps where authority = @0 order by restriction, number", _authority);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            steps.Add((reader.GetInt32(0), new RestrictionStep(Enum.Parse<RestrictionStepKind>(reader.GetString(1)), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3),
                IsoTime.Parse(reader.GetString(4)), reader.IsDBNull(5) ? null : Days.Date(reader.GetInt32(5)))));
        return steps.ToLookup(s => s.Of, s => s.Step);
    }
}
