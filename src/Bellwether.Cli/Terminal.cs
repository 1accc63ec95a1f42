using System.Globalization;
using System.Text.Json;
using Bellwether.Extracts;
using Bellwether.Web.Look;

namespace Bellwether.Cli;

/// <summary>
/// Where a command speaks: data on standard output, everything else on standard error. With <c>--json</c> standard output holds one
/// envelope and nothing more.
/// </summary>
/// <param name="output">Standard output.</param>
/// <param name="errors">Standard error.</param>
/// <param name="isTerminal">Somebody looks at standard error.</param>
/// <param name="input">Somebody answers at a keyboard; null where nobody does.</param>
/// <param name="piped">Standard input, from a keyboard or not.</param>
internal sealed class Terminal(TextWriter output, TextWriter errors, bool isTerminal, TextReader? input = null, TextReader? piped = null)
{
    /// <summary>Sentences a reader of the data must see.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The real terminal.</summary>
    public static Terminal Real() => new(Console.Out, Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null,
        Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In, Console.In);

    /// <summary>One line of data.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>One line of talk: progress, warnings, what to do.</summary>
    public void Say(string text) => errors.WriteLine(text);

    /// <summary>One line that somebody typed or piped in; null where there is none.</summary>
    public string? Typed() => piped?.ReadLine()?.Trim();

    /// <summary>Asks for yes or no; null where nobody is there to answer.</summary>
    public bool? Ask(string question)
    {
        if (input is null) return null;
        while (true)
        {
            errors.Write($"{question} [yes/no] ");
            switch (input.ReadLine()?.Trim().ToLowerInvariant())
            {
                case null:
                    return null;
                case "y" or "yes":
                    return true;
                case "n" or "no":
                    return false;
            }
        }
    }

    /// <summary>Asks which of several answers is right; null where none is, or nobody is there.</summary>
    public Choice? Choose(string question, IReadOnlyList<Choice> choices)
    {
        if (input is null || choices.Count == 0) return null;
        errors.WriteLine(question);
        for (var i = 0; i < choices.Count; i++) errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}  {choices[i].Words}"));
        while (true)
        {
            errors.Write("The number of the one that is right, or Enter for none: ");
            if (input.ReadLine()?.Trim() is not { Length: > 0 } said) return null;
            if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count) return choices[number - 1];
        }
    }

    /// <summary>The envelope, with the warnings so far.</summary>
    public void Envelope(string command, DateOnly? asOf, object data) =>
        output.WriteLine(JsonSerializer.Serialize(FigureJson.Envelope(command, asOf, data, Warnings), FigureJson.Options));

    /// <summary>A progress bar on a terminal, one line a stage elsewhere.</summary>
    public IProgress<ReadingProgress> Progress() => new Bar(errors, isTerminal);

    /// <summary>A table with aligned columns; numbers to the right.</summary>
    public void Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, params int[] rightAligned)
    {
        var widths = headings.Select((h, c) => rows.Select(r => r[c].Length).Append(h.Length).Max()).ToArray();
        Line(Row(headings));
        Line(string.Join("  ", widths.Select(w => new string('-', w))));
        foreach (var row in rows) Line(Row(row));

        string Row(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, c) =>
            rightAligned.Contains(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd();
    }

    private sealed class Bar(TextWriter errors, bool isTerminal) : IProgress<ReadingProgress>
    {
        private int _shown = -1;
        private string _file = "";

        public void Report(ReadingProgress value)
        {
            var filled = value.Of == 0 ? 30 : Math.Clamp(value.Done * 30 / value.Of, 0, 30);
            if (!isTerminal || (filled == _shown && value.File == _file)) return;
            (_shown, _file) = (filled, value.File);
            errors.Write(string.Create(CultureInfo.InvariantCulture,
                $"\r{new string('█', filled)}{new string('░', 30 - filled)} {value.Rows,10:N0} rows  {value.File,-40}"));
            if (value.Done >= value.Of) errors.WriteLine();
        }
    }
}
