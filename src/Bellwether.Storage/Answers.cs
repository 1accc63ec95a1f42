using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>A rule that a person set by answering a question.</summary>
/// <param name="Source">The source it holds for.</param>
/// <param name="Code">The question's code.</param>
/// <param name="Least">Of a list that may be small: from how many rows on.</param>
/// <param name="AnsweredOn">UTC day.</param>
/// <param name="AnsweredBy">Who answered; empty where that was not written down.</param>
public sealed record Answer(string Source, string Code, int Least, DateOnly AnsweredOn, string AnsweredBy = "")
{
    /// <summary>Questions of which one answer takes the place of another.</summary>
    private static readonly string[] Choosing = ["sheet:", "separator:", "dates:"];

    /// <summary>True where the rule answers a question with yes.</summary>
    public bool Settles(Question question) => question.Code == Code && question.Source == Source && question.Least >= Least;

    /// <summary>True where the other answers the same question, be it otherwise.</summary>
    public bool IsOfSameQuestion(Answer other) => Source == other.Source && Stem(Code) == Stem(other.Code);

    private static string Stem(string code) => Array.Exists(Choosing, c => code.StartsWith(c, StringComparison.Ordinal)) ? code[..code.LastIndexOf(':')] : code;
}

/// <summary>
/// answers.csv of a home: what questions about loads were answered with yes, source by source. A plain file: a line taken out is asked
/// again.
/// </summary>
internal static class AnswersFile
{
    private const string Name = "answers.csv";
    private static readonly string[] Headings = ["source", "code", "least", "answered_on", "answered_by"];

    public static IReadOnlyList<Answer> Read(string home) =>
        [.. SettingsFile.Read(Path.Combine(home, Name), "source", "code", "least", "answered_on").Select(l => new Answer(
            l.Required("source"), l.Required("code"), (int)Math.Clamp(l.Number("least") ?? 0, 0, int.MaxValue), l.Date("answered_on") ?? throw l.Wrong("answered_on", "a date such as 2024-04-01"), l["answered_by"]))];

    /// <summary>Writes the file anew, whole or not at all.</summary>
    public static void Write(string home, IEnumerable<Answer> answers) => SettingsFile.WriteWhole(Path.Combine(home, Name), SettingsFile.Text(answers.Select(a =>
        (string[])[a.Source, a.Code, a.Least.ToString(CultureInfo.InvariantCulture), IsoDate.Format(a.AnsweredOn), a.AnsweredBy]).Prepend(Headings)));
}
