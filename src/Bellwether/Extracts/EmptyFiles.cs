using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// Text files of nothing, not even headings, among files that hold lists. bcp and Export-Csv write an empty table so; a copy cut short looks the
/// same. So a person says which it is, once for each name; alone, such a file is rejected like any other that is empty.
/// </summary>
internal sealed class EmptyFiles(FindingLog log, List<ReceiptCount> lines, Decisions decisions)
{
    private const string Code = "empty-files";
    private const int MostNamed = 8;

    private readonly List<(FileSource Source, int Number, FileRejectedException Fault)> _files = [];

    /// <summary>Takes a file that was rejected, where it is an empty one that may be an empty table; false where it is not.</summary>
    public bool Takes(FileSource source, int number, FileRejectedException fault)
    {
        var isText = Path.GetExtension(source.OwnName).ToUpperInvariant() is ".CSV" or ".TXT" or ".TSV";
        if (fault.Code == "file-empty" && isText) _files.Add((source, number, fault));
        return fault.Code == "file-empty" && isText;
    }

    /// <summary>Asks of those that nobody answered for yet, and says which are left out.</summary>
    /// <param name="format">The format that most of the lists beside them are of; null where there is no list.</param>
    /// <param name="reject">Rejects one as a file that is empty.</param>
    public void Settle(string? format, Action<FileSource, FileRejectedException> reject)
    {
        var open = new List<(FileSource Source, int Number, FileRejectedException Fault)>();
        foreach (var file in _files)
        {
            log.At = (file.Number, 0);
            var kept = $"{Code}:{AnswerCode.Of(Path.GetFileNameWithoutExtension(file.Source.OwnName))}";
            if (format is null) reject(file.Source, file.Fault);
            else if (decisions.Says(format, kept) || decisions.Says(format, Code, kept))
            {
                log.Add("empty-file-left-out", file.Source.Name, "", 0, "", "");
                lines.Add(new ReceiptCount(file.Source.Name, "", null, "empty", 0, []) { Order = log.At });
            }
            else open.Add(file);
        }
        if (open.Count == 0) return;
        log.At = (open[0].Number, 0);
        var names = string.Join(", ", open.Take(MostNamed).Select(f => f.Source.OwnName)) + (open.Count > MostNamed ? $" and {open.Count - MostNamed} more" : "");
        log.Add(FindingLog.Make("empty-files", open[0].Source.Name, "", 0, "", "", names) with { Choices = [new Choice(Code, "They are empty tables: leave them out")], AskedOf = format! });
    }
}
