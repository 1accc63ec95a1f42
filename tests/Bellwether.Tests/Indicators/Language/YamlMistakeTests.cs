using System.Text;
using Bellwether.Indicators.Definitions;
using Bellwether.Indicators.Language;
using Xunit;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>Files that are no definition at all: none ends the program, each is named with its place in words an analyst knows.</summary>
public sealed class YamlMistakeTests
{
    private const string Plans = "title: T\ncases: open cp_plans\n";
    private const string Too = "What stands here goes deeper, or repeats itself oftener, than a definition may. Write it out, without & and *.";

    public static TheoryData<string, string, string> Files => new()
    {
        { "x.yaml", "title: T\n cases: open cp_plans\n", "x.yaml:2:7: This is no YAML: Either a line is indented further than the one before it, or a text with a colon has no quotes. Begin keys of one level in one column, and write such a text as title: \"Children: all of them\"." },
        { "x.yaml", Plans + "examples:\n\t- { given: x }\n", "x.yaml:4:1: This is no YAML: A line begins with a tab. Lines are indented with spaces alone." },
        { "x.yaml", "title: % of plans\ncases: open cp_plans\n", "x.yaml:1:8: This is no YAML: A text can't begin with %, @ or ` unless it stands in double quotes: title: \"% of plans\"." },
        { "x.yaml", "title: \"T\ncases: open cp_plans\n", "x.yaml:1:8: This is no YAML: A quote is opened here and not closed on this line." },
        { "x.yaml", "title: T\n" + Plans, "x.yaml:2:1: This is no YAML: The key title stands twice. Keep one." },
        { "x.yaml", Plans + "note: *b\n", "x.yaml:1:1: This is no YAML: A text that begins with & or * needs double quotes." },
        { "x.yaml", Plans + "---\n" + Plans, "x.yaml:4:1: The file holds more than one definition, parted by ---. Each file holds one." },
        { "x.yaml", Plans + "note: &a [*a]\n", "x.yaml:3:7: " + Too },
        { "x.yaml", Plans + "note: " + new string('[', 1_000_000) + "\n", "x.yaml:3:64: " + Too },
        { "x.yaml", Plans + "note:\n" + string.Concat(Enumerable.Repeat("- ", 200_000)) + "x\n", "x.yaml:4:115: " + Too },
        { "x.yml", Plans, "x.yml:1:1: This file is not read: the name of a definition ends in .yaml, in small letters and with nothing after it. Some editors add .txt, and some computers hide it." },
        { "x.yaml.txt", Plans, "x.yaml.txt:1:1: This file is not read: the name of a definition ends in .yaml, in small letters and with nothing after it. Some editors add .txt, and some computers hide it." },
        { "x.yaml", Bomb() + Plans + "met: *j\nvariants: *j\n", "x.yaml:1:26: " + Too },
        { "x.yaml", Plans + "met: " + new string('(', 20_000) + "yes" + new string(')', 20_000) + "\n", "x.yaml:3:1006: This is longer than an expression may be: 1,000 words and signs. Say part of it in a definition of its own, or give a list of values with in [ … ]." },
        { "x.yaml", Plans + "met: " + new string('(', 60) + "yes" + new string(')', 60) + "\n", "x.yaml:3:56: Brackets, functions and nots stand more than 50 deep here. Say part of it in a definition of its own." },
        { "x.yaml", Plans + "met: " + string.Concat(Enumerable.Repeat("not ", 60)) + "other_authority\n", "x.yaml:3:210: Brackets, functions and nots stand more than 50 deep here. Say part of it in a definition of its own." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_can_not_be_read_is_named_with_its_place(string name, string text, string says) => Assert.Equal(says, Says(name, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Letters_that_are_not_UTF_8_are_named_by_their_line() => Assert.Equal(
        "x.yaml:2:1: A letter of this line is not in UTF-8. Save the file as UTF-8: most editors ask for it under Save as, Encoding.",
        Says("x.yaml", Encoding.Latin1.GetBytes("cases: open cp_plans\ntitle: Café\n")));

    [Fact]
    public void UTF_16_and_a_byte_order_mark_are_read()
    {
        Assert.Equal("", Says("x.yaml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Plans)]));
        Assert.Equal("", Says("x.yaml", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Plans)]));
    }

    [Theory]
    [InlineData("clocks/cp_visits.yaml", "for: cin_plans\nfrom: start\ndone_by: cin_visits\nlimits: [6 weeks]", "cp_visits.yaml:1:1: cp_visits is a kind of record already. A clock makes a kind of its own: give the file another name, such as cp_visits_dues.")]
    [InlineData("indicators/aaa.yaml", "title: T\ncode: CN03\ncases: open cp_plans", "aaa.yaml:2:7: CN03 already names cin-with-plan. A code or id names one indicator.")]
    [InlineData("overrides/cn03.yaml", "better: lower", "cn03.yaml:1:1: cn03 is the code of cin-with-plan. The file's name is the indicator's id: call it cin-with-plan.yaml.")]
    [InlineData("overrides/cin-with-plan.yaml", "better: lower\nalso: age(as_at) <\nexamples: []", "cin-with-plan.yaml:2:19: \")\" stands where a field, a number, a date or a condition should.")]
    [InlineData("timescales/ours.yaml", "rows:\n  - { limit: 5 days, source: S }\n  - { limit: 6 days, source: S }", "ours.yaml:1:1: Two rows hold for ever without a condition, so the second is never used. Give each its own first day: from: 2024-04-01.")]
    public void A_file_of_a_home_harms_no_shipped_one(string file, string text, string says)
    {
        var catalogue = Load(file, Encoding.UTF8.GetBytes(text + "\n"));
        Assert.Equal(says, Words(catalogue));
        Assert.Equal("cin-with-plan", catalogue.Find("CN03")!.Entry.Definition.Id);
        Assert.NotNull(catalogue.Find("cp-visit-in-time")!.Bound);
    }

    private static string Bomb() => "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + string.Concat(Enumerable.Range(1, 9).Select(n => $"{(char)('a' + n)}: &{(char)('a' + n)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + n - 1)}", 10))}]\n"));

    private static string Says(string name, byte[] text) => Words(Load("indicators/" + name, text));

    private static string Words(Catalogue catalogue) =>
        string.Join("\n", catalogue.Messages.Where(m => m.Severity == Severity.Error).Select(m => $"{m.At.File}:{m.At.Line}:{m.At.Column}: {m.Text}"));

    private static Catalogue Load(string file, byte[] text)
    {
        var home = Directory.CreateTempSubdirectory("bellwether-");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home.FullName, file))!);
            File.WriteAllBytes(Path.Combine(home.FullName, file), text);
            return Catalogue.Load(Bellwether.Codes.Shelf.Path(), home.FullName, ShippedCatalogue.Kinds, ShippedCatalogue.Codes);
        }
        finally { home.Delete(true); }
    }
}
