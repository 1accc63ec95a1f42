namespace Bellwether.Publications.Packs;

/// <summary>
/// A text as a plain file: the words first, then one line each for what has a name: <c>Headline: …</c>, <c>Action: …</c>, <c>Owner: …</c>,
/// <c>By when: …</c>, <c>Expected effect: …</c>, <c>Judgement: …</c>, and <c>Answer: 42 = from the tracker of 30 June</c>, as many as there are.
/// </summary>
public static class TextFile
{
    private static readonly string[] Names = ["Headline", "Action", "Owner", "By when", "Expected effect", "Judgement"];

    /// <summary>The subject that a file's name stands for: <c>cin-with-plan.md</c>, <c>indicator-pages.financial.md</c>, <c>cin-with-plan+drafts.md</c>.</summary>
    public static string SubjectOf(string file) => Path.GetFileNameWithoutExtension(file).Replace('.', ':').Replace('+', '/');

    /// <summary>Reads a file's words.</summary>
    /// <param name="written">The file.</param>
    /// <param name="by">Who gives the answers in it.</param>
    public static TextWords Read(string written, string by)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var answers = new List<TextAnswer>();
        var body = new List<string>();
        foreach (var line in written.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Names.FirstOrDefault(n => line.StartsWith(n + ":", StringComparison.Ordinal)) is { } name) named[name] = line[(name.Length + 1)..].Trim();
            else if (line.StartsWith("Answer:", StringComparison.Ordinal) && line.Split('=', 2) is [var about, var because]) answers.Add(new TextAnswer(about["Answer:".Length..].Trim(), because.Trim(), by));
            else body.Add(line);
        }
        string Of(string name) => named.GetValueOrDefault(name, "");
        return new TextWords
        {
            Headline = Of("Headline"),
            Body = string.Join('\n', body).Trim(),
            Action = Of("Action"),
            Owner = Of("Owner"),
            ByWhen = Of("By when"),
            Effect = Of("Expected effect"),
            Judgement = Of("Judgement"),
            Answers = answers,
        };
    }
}
