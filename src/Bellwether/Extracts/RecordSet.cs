using Bellwether.Codes;

namespace Bellwether.Extracts;

/// <summary>Records of many kinds with the statements that say what they cover: what one extract holds, or what a store knows at a time.</summary>
/// <param name="kinds">The kinds records may have.</param>
public sealed class RecordSet(RecordKinds kinds)
{
    private readonly Dictionary<string, RecordTable> _tables = new(StringComparer.Ordinal);

    /// <summary>The kinds records may have.</summary>
    public RecordKinds Kinds { get; } = kinds;

    /// <summary>Every text a cell, key or subject refers to by number.</summary>
    public TextPool Texts { get; } = new();

    /// <summary>Where rows came from, by number.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>What is covered, oldest load first.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>Keyed values brought by a values CSV: years before the first extract, annual measures.</summary>
    public List<KeyedValue> Values { get; } = [];

    /// <summary>What lists that only fill tell of records that earlier loads brought.</summary>
    public List<Fill> Fills { get; } = [];

    /// <summary>Children whom an extract tells to be restricted. Of no kind of record: nothing is counted by them, and a store keeps them apart.</summary>
    public List<ToldRestriction> Restrictions { get; } = [];

    /// <summary>The formats whose list of restricted children was there, with rows or without.</summary>
    public HashSet<string> TellsRestrictions { get; } = new(StringComparer.Ordinal);

    /// <summary>The tables that have been asked for, in kind order of first use.</summary>
    public IReadOnlyCollection<RecordTable> Tables => _tables.Values;

    /// <summary>The table of a kind, empty where nothing was read.</summary>
    public RecordTable Table(string kind)
    {
        if (!_tables.TryGetValue(kind, out var table)) _tables.Add(kind, table = new RecordTable(Kinds[kind]));
        return table;
    }
}

/// <summary>What a row tells of a record that the store holds.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Key">Its key, as the store has it.</param>
/// <param name="Cells">Field number and cell, as <see cref="RecordField"/> says; unknown ones are left out.</param>
/// <param name="Day">Of several rows the latest fills: a day number, or the greatest number where rows have no day of their own.</param>
public sealed record Fill(string Kind, string Key, IReadOnlyList<(int Field, int Cell)> Cells, int Day)
{
    /// <summary>The cells take the place of what was known, also of a yes; else they are added to it.</summary>
    public bool IsChange { get; init; }
}

/// <summary>One child whom an extract tells to be restricted: no fault of another cell keeps it out.</summary>
/// <param name="Child">The child's id, joined by the crosswalk.</param>
/// <param name="Reason">A code of the list restriction-reason; empty where none or another was given.</param>
/// <param name="From">First day; null where none was given, or none that can be read.</param>
/// <param name="Reviewed">When it was looked at last; null as with the first day.</param>
/// <param name="Source">The format that tells it.</param>
public sealed record ToldRestriction(string Child, string Reason, DateOnly? From, DateOnly? Reviewed, string Source)
{
    /// <summary>The code list that reasons come from.</summary>
    public const string ReasonList = "restriction-reason";

    /// <summary>What findings about restricted children name as their kind: they are for those alone who may see them.</summary>
    public const string Kind = "restrictions";
}

/// <summary>One line of a values CSV: a figure somebody states, not one worked out here.</summary>
/// <param name="Indicator">Id or catalogue code, with <c>/variant</c> where it is one.</param>
/// <param name="Period">As written: 2017-06, 2016/17, 2017-Q1, or a date.</param>
/// <param name="Area">Empty for the whole authority, else a district or team code.</param>
/// <param name="Numerator">Null where not given.</param>
/// <param name="Denominator">Null where not given.</param>
/// <param name="Value">Null where not given: then worked out from the two, unrounded.</param>
/// <param name="Note">Short, printed beside the figure; no child's details.</param>
/// <param name="Place">Number in <see cref="RecordSet.Places"/>.</param>
/// <param name="Row">The row a person sees, from 1.</param>
public sealed record KeyedValue(
    string Indicator, string Period, string Area, decimal? Numerator, decimal? Denominator, decimal? Value, string Note, int Place, int Row);
