using System.Text;
using Bellwether.Calendar;

namespace Bellwether.Example;

/// <summary>The world as one day's extract would see it: what had been entered by then, and not wholly over for six years.</summary>
internal sealed class Extract(World world, DateOnly on)
{
    private readonly HashSet<Person> _people = [];
    private readonly HashSet<Person> _asFormer = [];

    public World World { get; } = world;
    public DateOnly On { get; } = on;
    /// <summary>SSD holds a rolling six years: a record ended before this day is left out.</summary>
    public DateOnly Since { get; } = on.AddYears(-6);
    public IEnumerable<Person> People => World.People.Where(_people.Contains);
    public IEnumerable<Person> AsFormer => World.People.Where(_asFormer.Contains);

    public bool Has(Entry made) => made.Recorded <= On && made.On >= Since;

    public bool Has(Entry start, Entry? end) => start.Recorded <= On && (end is not { } e || e.Recorded > On || e.On >= Since);

    public string Day(Entry? entry) => entry is { } e && e.Recorded <= On ? Day(e.On) : "";

    public bool Ended(Entry? end) => end is { } e && e.Recorded <= On;

    public static string Day(DateOnly day) => IsoDate.Format(day);

    public static string Yes(bool yes) => yes ? "Y" : "N";

    /// <summary>The id a record stands under; the person is then in the person table.</summary>
    public string Of(Person p, DateOnly recordDate)
    {
        var id = p.IdFor(recordDate, On);
        if (id != p.Id) _asFormer.Add(p);
        else Include(p);
        return id;
    }

    public void Include(Person p) => _people.Add(p);

    /// <summary>A JSON object of flags, one of them Y.</summary>
    public static string Flags(string yes, string[] names)
    {
        var text = new StringBuilder("{");
        foreach (var name in names) text.Append(text.Length > 1 ? "," : "").Append('"').Append(name).Append("\":\"").Append(name == yes ? 'Y' : 'N').Append('"');
        return text.Append('}').ToString();
    }

    /// <summary>A JSON object of flags, several of them Y.</summary>
    public static string Flags(string[] yes, string[] names)
    {
        var text = new StringBuilder("{");
        foreach (var name in names) text.Append(text.Length > 1 ? "," : "").Append('"').Append(name).Append("\":\"").Append(yes.Contains(name) ? 'Y' : 'N').Append('"');
        return text.Append('}').ToString();
    }
}
