using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bellwether.Web.Pages.Mappings;

/// <summary>The council's own headings and words for codes: shown, set and taken back with who said so.</summary>
[LetsOut(Level.Loading)]
public sealed class IndexModel : SitePage
{
    public IReadOnlyList<string> Errors { get; private set; } = [];

    public string Done { get; private set; } = "";

    /// <summary>The form, as typed.</summary>
    public MappingEntry Entry { get; private set; } = new();

    public MappingRules Rules { get; private set; } = null!;

    public IReadOnlyList<Mapping> InForce { get; private set; } = [];

    public TableView Headings { get; private set; } = null!;

    public TableView Words { get; private set; } = null!;

    public TableView History { get; private set; } = null!;

    /// <summary>A list was picked: its columns can be chosen from.</summary>
    public bool HasList => Entry.Of == MappingOf.Column && Entry.List.Length > 0;

    /// <summary>A code list was picked.</summary>
    public bool HasCodes => Entry.Of == MappingOf.Code && Entry.List.Length > 0;

    /// <param name="list">Source and list, with a bar between: the headings of which may be named.</param>
    /// <param name="codes">The code list words of which may be named.</param>
    /// <param name="done">heading or word, where one was just set.</param>
    public IActionResult OnGet(string? list, string? codes, string? done)
    {
        Rules = Gate.MappingRules();
        if (list is { Length: > 0 })
        {
            if (list.Split('|') is not [var source, var title] || Rules.ColumnsOf(source, title).Count == 0) return NotFound();
            Entry = new MappingEntry { Of = MappingOf.Column, Source = source, List = title };
        }
        else if (codes is { Length: > 0 })
        {
            if (!Rules.CodeLists.Contains(codes)) return NotFound();
            Entry = new MappingEntry { Of = MappingOf.Code, List = codes };
        }
        if (done is "heading" or "word" && Gate.Mappings().Said.FirstOrDefault(l => l.Of == (done == "heading" ? MappingOf.Column : MappingOf.Code)) is { } line) Done = Gate.WordsOf(line);
        return Shown();
    }

    /// <summary>Sets what a heading or a word means.</summary>
    public IActionResult OnPost([FromForm] MappingEntry entry)
    {
        Entry = entry;
        if (Entry.Means.Length == 0) Errors = [Entry.Of == MappingOf.Column ? "Choose the column that the heading stands for." : "Choose the code that the word stands for."];
        return Errors.Count > 0 ? Shown() : Kept(Entry.Line());
    }

    /// <summary>Takes a meaning back; the file then means what the national lists say.</summary>
    /// <param name="found">Its place among those in force, a bar, and the heading or word: so that none that came between is taken back instead.</param>
    /// <param name="who">Who takes it back.</param>
    public IActionResult OnPostTakeBack(string? found, string? who)
    {
        Entry = new MappingEntry { Who = who ?? "" };
        var inForce = Gate.Mappings().InForce;
        if (found?.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar && int.TryParse(found[..bar], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < inForce.Count && inForce[at].Found == found[(bar + 1)..])
            return Kept(inForce[at] with { Means = "", SaidBy = Entry.Who });
        Errors = ["It is no longer as this page showed it. Look again."];
        return Shown();
    }

    private IActionResult Kept(Mapping line)
    {
        if (Gate.SetMapping(line) is { Length: > 0 } fault) Errors = [fault];
        return Errors.Count > 0 ? Shown() : Redirect(Address("/mappings", ("done", line.Of == MappingOf.Column ? "heading" : "word")));
    }

    private PageResult Shown()
    {
        Rules = Gate.MappingRules();
        var (inForce, said) = Gate.Mappings();
        InForce = inForce;
        if (Entry.Who.Length == 0) Entry = Entry with { Who = Reader.Person!.Name };
        Headings = new TableView("Headings of your own", [new("Heading"), new("Read as"), new("List"), new("Said by")],
            [.. inForce.Where(l => l.Of == MappingOf.Column).Select(l => (IReadOnlyList<TableCell>)[l.Found, l.Means, new TableCell(l.List, l.Source), By(l)])], HideCaption: true);
        Words = new TableView("Words of your own for codes", [new("Word"), new("Read as"), new("Code list"), new("Said by")],
            [.. inForce.Where(l => l.Of == MappingOf.Code).Select(l => (IReadOnlyList<TableCell>)[l.Found, new TableCell(l.Means, Label(l)), new TableCell(l.List, l.Source), By(l)])], HideCaption: true);
        History = new TableView("Everything that was said, newest first", [new("When"), new("Who"), new("Heading or word"), new("Read as")],
            [.. said.Select(l => (IReadOnlyList<TableCell>)[EnglishDate.Format(l.SaidOn), Who(l), new TableCell(l.Found, $"{l.Source}, {l.List}"), l.Means.Length > 0 ? l.Means : "taken back"])], HideCaption: true);
        Frame("Your own headings and words", "Data loads", figures: false);
        return Page();
    }

    private string? Label(Mapping line) => Rules.CodesOf(line.List).Where(c => c.Code == line.Means).Select(c => c.Label).FirstOrDefault();

    private static TableCell By(Mapping line) => new(Who(line), EnglishDate.Format(line.SaidOn));

    private static string Who(Mapping line) => line.SaidBy.Length > 0 ? line.SaidBy : "not said";
}

/// <summary>A heading or word as typed.</summary>
public sealed record MappingEntry
{
    private readonly string _source = "", _list = "", _found = "", _means = "", _who = "";

    public MappingOf Of { get; init; }

    public string Source { get => _source; init => _source = value ?? ""; }

    public string List { get => _list; init => _list = value ?? ""; }

    public string Found { get => _found; init => _found = value ?? ""; }

    public string Means { get => _means; init => _means = value ?? ""; }

    public string Who { get => _who; init => _who = value ?? ""; }

    internal Mapping Line() => new(Of, Source, List, Found, Means.Trim(), default, Who);
}
