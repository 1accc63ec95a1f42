using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Journeys.Building;

namespace Bellwether.Journeys;

/// <summary>
/// The journeys of every child of one authority, as known at one time: columns by kind, attributes as at any day, and what the
/// data covers. Built once, never changed; everything later reads from it.
/// </summary>
public sealed class Journeys
{
    private readonly Dictionary<string, KindRows> _rows;
    private readonly Ids _childIds;

    // Attributes, and derived kinds that few ask for: made once, at the first question, from whichever thread.
    private readonly Dictionary<string, Lazy<AttributeSteps>> _attributes;
    private readonly Dictionary<string, Lazy<KindRows>> _made;

    internal Journeys(
        Authority authority, RecordKinds kinds, CodeLists codes, TextPool texts, DateOnly dataDate,
        Ids childIds, IReadOnlyList<string> workerIds, IReadOnlyList<string> teamCodes,
        Dictionary<string, KindRows> rows, Dictionary<string, Lazy<KindRows>> made, Dictionary<string, Lazy<AttributeSteps>> attributes, Coverage coverage,
        IReadOnlyList<Place> places, IReadOnlyList<KeyedValue> values, IReadOnlyList<Finding> findings)
    {
        (Authority, Kinds, Codes, Texts, DataDate) = (authority, kinds, codes, texts, dataDate);
        (_childIds, WorkerIds, TeamCodes) = (childIds, workerIds, teamCodes);
        _made = made;
        (_rows, _attributes, Coverage, Places, Values, Findings) = (rows, attributes, coverage, places, values, findings);
    }

    /// <summary>The authority's own settings: teams, districts, roles, populations.</summary>
    public Authority Authority { get; }

    /// <summary>The record kinds, clocks' kinds included once made.</summary>
    public RecordKinds Kinds { get; }

    /// <summary>Code lists, for reading code cells.</summary>
    public CodeLists Codes { get; }

    /// <summary>Texts that text and set cells refer to.</summary>
    public TextPool Texts { get; }

    /// <summary>The last day the newest extract speaks for. Worklists count to it.</summary>
    public DateOnly DataDate { get; }

    /// <summary>The source's id of each child; a child is its place in this list.</summary>
    public IReadOnlyList<string> ChildIds => _childIds;

    /// <summary>The source's id of each worker.</summary>
    public IReadOnlyList<string> WorkerIds { get; }

    /// <summary>The code of each team.</summary>
    public IReadOnlyList<string> TeamCodes { get; }

    /// <summary>What the data covers, kind by kind.</summary>
    public Coverage Coverage { get; }

    /// <summary>Where rows come from.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>Keyed values, newest load last.</summary>
    public IReadOnlyList<KeyedValue> Values { get; }

    /// <summary>What Journeys itself found: overlaps, orphans, periods of care past 18.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Names of the attributes that can break a figure down.</summary>
    public IReadOnlyCollection<string> Attributes => _attributes.Keys;

    /// <summary>Rows of a kind; an empty table where nothing was read.</summary>
    public KindRows Rows(string kind) => _made.TryGetValue(kind, out var made) ? made.Value : _rows[kind];

    /// <summary>The children with these ids, by number, ascending; an id that is no child's gives none.</summary>
    public IEnumerable<int> Children(IEnumerable<string> ids) => _childIds.With(ids);

    /// <summary>An attribute's steps, or null where there is no such attribute.</summary>
    public AttributeSteps? Attribute(string name) => _attributes.GetValueOrDefault(name)?.Value;

    /// <summary>The same journeys and one kind more: how a clock's turns become records.</summary>
    public Journeys With(KindRows rows) => new(
        Authority, Kinds.With(rows.Kind), Codes, Texts, DataDate, _childIds, WorkerIds, TeamCodes,
        new Dictionary<string, KindRows>(_rows, StringComparer.Ordinal) { [rows.Kind.Name] = rows }, _made, _attributes, Coverage, Places, Values, Findings);

    /// <summary>Builds journeys from records: links, derivations, attributes, findings.</summary>
    public static Journeys Build(RecordSet records, CodeLists codes, Authority authority, DateOnly? dataDate = null) =>
        JourneysBuilder.Build(records, codes, authority, dataDate);
}
