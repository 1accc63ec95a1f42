namespace Bellwether.Web.Look;

/// <summary>One choice of a filter. The value goes into the address.</summary>
public sealed record FilterOption(string Value, string Text);

/// <summary>A select of a filter form; <paramref name="Selected"/> is the value in force.</summary>
public sealed record FilterField(string Name, string Label, IReadOnlyList<FilterOption> Options, string? Selected);

/// <summary>
/// Filters as a GET form with a button: the state is in the address, so it can be kept and sent. <paramref name="Kept"/> are
/// parameters to carry over unseen. <paramref name="Result"/> is announced ("42 children"); null leaves it out.
/// </summary>
public sealed record FilterForm(
    string Action,
    IReadOnlyList<FilterField> Fields,
    IReadOnlyList<KeyValuePair<string, string>> Kept,
    string? Result = null,
    string Label = "Filters");

/// <summary>Links between pages of a list, 1 is the first. <paramref name="Address"/> gives the address of a page, the filters in it.</summary>
public sealed record PageLinks(int Current, int Last, Func<int, string> Address, string Label = "Pages of this list")
{
    /// <summary>The pages to show: first, last, and those next to the current one; 0 stands for a gap.</summary>
    public IReadOnlyList<int> Shown()
    {
        var shown = new List<int>();
        for (var page = 1; page <= Last; page++)
        {
            if (page == 1 || page == Last || Math.Abs(page - Current) <= 1) shown.Add(page);
            else if (shown[^1] != 0) shown.Add(0);
        }
        return shown;
    }
}
