using System.Text.RegularExpressions;

namespace Bellwether.Extracts.Maps;

/// <summary>How one format's tables map to records: what a file of definitions/extracts says.</summary>
/// <param name="Format">"SSD", "Annex A", "local file": the source of its statements.</param>
/// <param name="IsWhole">The format is a whole extract, so a kind it does not bring is stated absent.</param>
/// <param name="Lists">In the order they are read: a list that others look things up in comes first.</param>
/// <param name="Speaks">What a list's kinds are complete for, by kind; "default" for the rest.</param>
/// <param name="Absent">Kinds the format never holds, with the reason in words.</param>
/// <param name="Derived">Fields that Journeys works out: never missing from a source.</param>
/// <param name="IsReturn">A yearly return: each set of its files speaks for one year, to 31 March unless it says otherwise (<see cref="ReturnYears"/>).</param>
internal sealed record ExtractMap(
    string Format,
    bool IsWhole,
    IReadOnlyList<ListMap> Lists,
    IReadOnlyDictionary<string, SpeaksFor> Speaks,
    IReadOnlyDictionary<string, string> Absent,
    IReadOnlySet<string> Derived,
    bool IsReturn)
{
    /// <summary>As <see cref="Statement.Speaker"/> says.</summary>
    public string Speaker => IsWhole ? "" : Format;

    /// <summary>People fill the format in, so a yes/no column may hold other words, which are unknown; elsewhere such a row is set aside.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The format itself says that the day stands first in a date such as 03/04/2024; elsewhere a person is asked where no date tells.</summary>
    public bool IsDayFirst { get; init; }

    /// <summary>A return's year ends on 30 September and not on 31 March.</summary>
    public bool EndsInSeptember { get; init; }

    public SpeaksFor SpeaksOf(string kind) => Speaks.TryGetValue(kind, out var own) ? own : Speaks["default"];
}

/// <summary>How much of a kind a format holds. Months 0: from the earliest date of the rows.</summary>
internal sealed record SpeaksFor(Completeness Holds, int Months, string Why);

/// <summary>One table, sheet or CSV file of a format.</summary>
/// <param name="Name">As the map calls it.</param>
/// <param name="Title">As the receipt calls it.</param>
/// <param name="Sheet">Sheet names it usually goes by; null where names say nothing.</param>
/// <param name="Columns">Every column the map uses.</param>
/// <param name="Key">Columns without which the file is rejected.</param>
/// <param name="Child">Column of the child's (worker's, team's) id.</param>
/// <param name="Records">Records a row makes; the first is the list's own, and its date is required.</param>
/// <param name="IsValues">Lines are keyed values, not records.</param>
/// <param name="NotUsed">Why its rows are read and make nothing; empty where they make records.</param>
/// <param name="Deletes">Column that asks for the record's deletion; empty where there is none.</param>
/// <param name="File">The map's file, for messages.</param>
internal sealed record ListMap(
    string Name, string Title, Regex? Sheet, IReadOnlyList<ColumnMap> Columns, IReadOnlyList<string> Key, string Child,
    IReadOnlyList<RecordMap> Records, bool IsValues, string NotUsed,
    string Deletes, string File)
{
    /// <summary>Lines are children who are restricted, not records.</summary>
    public bool IsRestrictions { get; init; }

    /// <summary>The list is the register of the people that every other list of its format speaks of.</summary>
    public bool IsRegister => Records.Count > 0 && Records[0].Kind == "people" && Records[0].Again == Again.Last;

    /// <summary>A column that only helps to find a parent, or stands in for another, is not missed.</summary>
    public bool IsMissed(int column)
    {
        var name = Columns[column].Name;
        return Key.Contains(name) || Records.Any(r => r.Of == name || r.Id == name
            || r.Fields.Any(f => f.From == name || f.ChildOn == name || f.When.Any(w => w.Column == name)));
    }

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == column) return i;
        return -1;
    }
}

/// <summary>A column and the headings it goes by, already squashed; a pattern stands for headings too many to list.</summary>
internal sealed record ColumnMap(string Name, string Shown, IReadOnlyList<string> Headings, Regex? Pattern)
{
    /// <summary>Headings a council uses for it, squashed: they find the column, and say nothing of which list it is.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];
}

/// <summary>How a row makes a record that another row may already have made.</summary>
internal enum Again
{
    /// <summary>The later row replaces the earlier and is noted.</summary>
    Last,

    /// <summary>Blanks of the earlier record are filled; nothing is noted.</summary>
    Fill,

    /// <summary>Only fills a record made by another list; makes none itself.</summary>
    FillOnly,

    /// <summary>Rows are parts of one spell: see <see cref="SpellOfParts"/>.</summary>
    Parts,
}

/// <summary>One record a row makes.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Column of the source's own id; empty where the key is made from child and date.</param>
/// <param name="Of">Column of the subject's id.</param>
/// <param name="OfParent">Where that column is missing: the subject of this kind's record …</param>
/// <param name="OfParentBy">… whose id stands in this column.</param>
/// <param name="TellApart">Column, or columns as "a and b", or =constant, that tells records of one child and day apart.</param>
/// <param name="When">The record is made only where these columns match.</param>
/// <param name="Any">The record is made only where one of these columns is filled.</param>
/// <param name="Latest">Fill-only: of several rows the one with the latest date in this column fills.</param>
/// <param name="PartStart">Column of a part's own start.</param>
/// <param name="Again">What a second row of the same key does.</param>
/// <param name="Fields">Its fields, dates included.</param>
internal sealed record RecordMap(
    string Kind, string Id, string Of, string OfParent, string OfParentBy, string TellApart, IReadOnlyList<Condition> When,
    IReadOnlyList<string> Any, string Latest, string PartStart, Again Again, IReadOnlyList<FieldMap> Fields)
{
    /// <summary>The columns that <see cref="TellApart"/> names.</summary>
    public IReadOnlyList<string> TellColumns => TellApart.StartsWith('=') ? [] : TellApart.Split(" and ", StringSplitOptions.RemoveEmptyEntries);
}

internal sealed record Condition(string Column, Regex Matches);

/// <summary>What a date after the data date means.</summary>
internal enum Future
{
    /// <summary>It cannot be: the row is set aside.</summary>
    Fault,

    /// <summary>Planned: it has not happened yet.</summary>
    Planned,

    /// <summary>Allowed and kept: a post may be filled from next month.</summary>
    Kept,

    /// <summary>A birth that is expected.</summary>
    Expected,
}

/// <summary>Where a field's value comes from. Empty strings and lists where a part is not said.</summary>
internal sealed record FieldMap(
    string Field, string From, string Else, string And, string Constant, string Otherwise, bool Not, IReadOnlyList<string> Yes, IReadOnlyList<string> No,
    IReadOnlyList<Condition> When, IReadOnlyList<string> Unknown, string Read, Future Future, string ChildOn, string Of, string By, string OfField)
{
    /// <summary>Texts that a return may hold only up to a year's last day, or only from a year's first: one code, written differently over the years.</summary>
    public IReadOnlyList<(Regex Text, DateOnly From, DateOnly To)> Years { get; init; } = [];
}
