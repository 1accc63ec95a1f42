using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using Bellwether.Tests.Extracts;

namespace Bellwether.Tests.Fuzz;

/// <summary>
/// Broken files through the whole of reading, some alone and some beside a sound file. A file may be rejected, set aside, noted or taken;
/// it may not end in an exception, hang, leave a row out of the receipt, reject without a place or a reason, or show a person's words.
/// </summary>
internal sealed class FuzzRun(int seed, long count, long first = 0, TimeSpan? most = null)
{
    /// <summary>Codes that speak of a whole file: their words are the place.</summary>
    private static readonly HashSet<string> WholeFile = new(StringComparer.Ordinal)
    {
        "file-bomb", "file-cut", "file-damaged", "file-empty", "file-encrypted", "file-macros", "file-not-xlsx", "file-part-name", "file-too-large", "file-too-many-parts",
        "file-unreadable", "empty-files", "csv-encoding", "not-recognised", "file-nested-archive", "file-duplicate-part", "file-overlapping-parts",
        // Of a part or a sheet whose name is empty.
        "xlsx-part-missing", "two-sheets-match", "hidden-sheet", "archive-without-tables",
    };

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _found = new();
    private readonly long _end = first + count, _start = Stopwatch.GetTimestamp();
    private long _next = first, _played, _longest, _rows, _bytes;

    /// <summary>What was found wrong with reading, each with the number of its case; empty where all is well.</summary>
    public IReadOnlyCollection<string> Found => _found;

    public IReadOnlyDictionary<string, long> Outcomes => _outcomes;

    public TimeSpan LongestCase => Stopwatch.GetElapsedTime(0, _longest);

    /// <summary>Cases that were read to their end.</summary>
    public long Played => _played;

    private bool IsOver => most is { } time && Stopwatch.GetElapsedTime(_start) > time;

    public long Rows => _rows;

    public long Bytes => _bytes;

    public void Run(int threads)
    {
        var workers = Enumerable.Range(0, threads).Select(_ => new Worker(this)).ToList();
        var running = workers.Select(w => new Thread(w.Run) { IsBackground = true }).ToList();
        running.ForEach(t => t.Start());
        while (running.Exists(t => t.IsAlive))
        {
            running.Find(t => t.IsAlive)?.Join(200);
            // A case that never ends cannot be stopped; the run is, and says which it was.
            if (workers.Find(w => w.Since is { } since && Stopwatch.GetElapsedTime(since) > Longest * 3) is not { } hung) continue;
            _found.Enqueue($"case {hung.Case} hangs");
            return;
        }
    }

    /// <summary>One case by its number, for finding out what went wrong.</summary>
    public byte[] BytesOf(long number, out string name)
    {
        var random = new Random(unchecked((int)((seed * 1_000_003L) + number)));
        var one = FuzzSeeds.All[random.Next(FuzzSeeds.All.Count)];
        // The one large sample is read a tenth as often as the others.
        if (one.Parts.Count > 12 && random.Next(10) > 0) one = FuzzSeeds.All[random.Next(8)];
        name = one.Name;
        return new Breaking(random).Break(one);
    }

    private void Fault(long number, string name, string what)
    {
        if (_found.Count < 50) _found.Enqueue(string.Create(CultureInfo.InvariantCulture, $"case {number}, {name}: {what}"));
    }

    private sealed class Worker(FuzzRun run)
    {
        private readonly ExtractReader _reader = new(ExtractFolder.Kinds, ExtractFolder.Codes, ReadingSettings.For(Shelf.Path()));
        private readonly Dictionary<string, long> _own = new(StringComparer.Ordinal);

        public long Case { get; private set; }

        public long? Since { get; private set; }

        public void Run()
        {
            var folder = Directory.CreateTempSubdirectory("bellwether-fuzz-");
            try
            {
                while ((Case = Interlocked.Increment(ref run._next) - 1) < run._end && run._found.Count < 50 && !run.IsOver)
                {
                    Play(folder.FullName);
                    Interlocked.Increment(ref run._played);
                }
            }
            finally
            {
                folder.Delete(recursive: true);
                foreach (var (outcome, times) in _own) run._outcomes.AddOrUpdate(outcome, times, (_, t) => t + times);
            }
        }

        private void Play(string folder)
        {
            var bytes = run.BytesOf(Case, out var name);
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);
            Interlocked.Add(ref run._bytes, bytes.Length);
            Since = Stopwatch.GetTimestamp();
            try
            {
                Check(name, path, _reader.Read([path], Case % 3 == 0 ? null : new DateOnly(2024, 6, 30)));
            }
#pragma warning disable CA1031 // Whatever it is, it is what is looked for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                run.Fault(Case, name, $"{e.GetType().Name} {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Bellwether", StringComparison.Ordinal))?.Trim()}");
            }
            var took = Stopwatch.GetTimestamp() - Since.Value;
            Since = null;
            if (Stopwatch.GetElapsedTime(0, took) > Longest) run.Fault(Case, name, $"took {Stopwatch.GetElapsedTime(0, took).TotalSeconds:0} s");
            if (took > Interlocked.Read(ref run._longest)) Interlocked.Exchange(ref run._longest, took);
            File.Delete(path);
        }

        private void Check(string name, string path, Extract extract)
        {
            var outcome = extract.Findings.Count == 0 ? "accepted" : extract.Findings.Min(f => f.Outcome).ToString();
            _own[outcome] = _own.GetValueOrDefault(outcome) + 1;
            foreach (var f in extract.Findings)
            {
                _own[f.Code] = _own.GetValueOrDefault(f.Code) + 1;
                if (f.Found.Length == 0 || f.ToDo.Length == 0) run.Fault(Case, name, $"{f.Code} says nothing");
                if (f.Outcome == Outcome.Rejected && f is { Row: 0, Column: "", Sheet: "" } && !WholeFile.Contains(f.Code)) run.Fault(Case, name, $"{f.Code} has no place");
                if (f.Outcome == Outcome.SetAside && f.Row == 0) run.Fault(Case, name, $"{f.Code} sets no row aside");
                var said = f.ToString();
                if (Array.Exists(FuzzSeeds.Canaries, c => said.Contains(c, StringComparison.Ordinal))) run.Fault(Case, name, $"{f.Code} shows what it must not");
            }
            if (extract.IsRejected) return;
            foreach (var line in extract.Receipt)
            {
                Interlocked.Add(ref run._rows, line.Rows);
                if (line.Rows != line.Loaded + line.Repeated + line.Blank + line.SetAside) run.Fault(Case, name, $"the receipt of {line.List} does not add up");
            }
            var aside = extract.Findings.Count(f => f.Outcome == Outcome.SetAside);
            if (aside != extract.Receipt.Sum(l => l.SetAside)) run.Fault(Case, name, "rows set aside without a finding each");
            if (Case % 8 == 0) Count(name, path, extract);
        }

        /// <summary>Counts the rows again below the headings, by the file's reader alone.</summary>
        private void Count(string name, string path, Extract extract)
        {
            var files = ExtractFile.Find([path], ReadingLimits.Default);
            foreach (var line in extract.Receipt.Where(l => l.HeadingRow > 0))
            {
                using var file = TableFile.Open(files.First(f => f.Source.Name == line.File).Source, ReadingLimits.Default);
                if (file.Kind is not (FileKind.Csv or FileKind.Xlsx)) continue;
                var table = file.Tables.Select((t, i) => (t, i)).First(p => p.t.Name == line.Sheet).i;
                using var reader = file.Read(table);
                int rows = 0, last = line.HeadingRow;
                while (reader.Read())
                {
                    if (reader.RowNumber <= line.HeadingRow) continue;
                    // Rows that a workbook leaves out are blank ones.
                    rows += line.Sheet.Length > 0 ? reader.RowNumber - last : 1;
                    last = reader.RowNumber;
                }
                if (rows != line.Rows) run.Fault(Case, name, $"{line.List} has {rows} rows and the receipt {line.Rows}");
            }
        }
    }

    /// <summary>The run in words, for its result file.</summary>
    public string Report(TimeSpan took)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_played:N0}{(_played < count ? $" of {count:N0}" : "")} broken files, seed {seed}: {_found.Count} faults of reading\n");
        text.Append(CultureInfo.InvariantCulture, $"{took.TotalMinutes:0.0} minutes; {_bytes / 1048576.0:N0} MB of files; {_rows:N0} rows accounted for in what was not rejected; the longest case took {LongestCase.TotalMilliseconds:N0} ms\n\n");
        foreach (var (outcome, times) in _outcomes.OrderByDescending(o => o.Value)) text.Append(CultureInfo.InvariantCulture, $"{times,12:N0}  {outcome}\n");
        foreach (var fault in _found) text.Append(fault).Append('\n');
        return text.ToString();
    }
}
