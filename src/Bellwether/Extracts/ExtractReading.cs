using Bellwether.Codes;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>One reading of one extract: find the lists in all files, read them in the maps' order, then judge what needs the whole.</summary>
internal sealed class ExtractReading(
    RecordKinds kinds, CodeLists codes, ReadingSettings settings, IReadOnlyList<ExtractMap> maps, Recognition recognition,
    IProgress<ReadingProgress>? progress)
{
    private readonly RecordSet _records = new(kinds);
    private readonly FindingLog _log = new();
    private readonly DayCounts _days = new();
    private readonly List<ReceiptCount> _lines = [];
    private readonly Dictionary<BoundList, ReceiptCount> _counts = [];
    private readonly List<BoundList> _bound = [];
    private readonly Synonyms _synonyms = new(settings.SynonymsFile, codes, maps.Select(m => m.Format));
    private readonly Decisions _decisions = new(settings.Agreed);
    private readonly DateOrders _orders = new();
    private EmptyFiles? _empty;
    private long _rows;
    private DateOnly? _stated;

    public Extract Run(IReadOnlyList<ExtractFile> paths, DateOnly? given)
    {
        if (paths.Count == 0) _log.Add("nothing-to-read", "", "", 0, "", "");
        var staging = new Staging(kinds, _records.Texts, settings.Stored) { Crosswalk = new Crosswalk(settings.CrosswalkFile, _records.Texts, maps.Select(m => m.Format)) };
        var districts = PostcodeDistricts.Load(settings.DistrictsFile);
        if (settings.MergedIdsFile.Length > 0)
            foreach (var merged in SettingsFile.Read(settings.MergedIdsFile, "old_id")) staging.Merged.Add(_records.Texts.Add(merged.Required("old_id").AsSpan()));
        var files = new List<TableFile>();
        try
        {
            var finder = new ListFinder(recognition, _log, _lines, _decisions);
            var found = new List<FoundList>();
            _empty = new EmptyFiles(_log, _lines, _decisions);
            for (var f = 0; f < paths.Count; f++) found.AddRange(Open(paths[f], f, files, finder));
            _empty.Settle(found.CountBy(l => l.Recognised.Map.Format).OrderByDescending(f => f.Value).FirstOrDefault().Key, (source, fault) => Reject(source.Name, "", fault));
            foreach (var stranger in finder.Strangers)
                _log.Add(stranger.IsNamed || found.Count == 0 ? stranger.Rejected : stranger.PassedOver, (stranger.File, 0));
            var order = new Dictionary<ListMap, int>();
            foreach (var list in maps.SelectMany(m => m.Lists)) order.Add(list, order.Count);
            ReturnYears.Work(found, paths, kinds, given);
            // Of returns the later one replaces what an earlier said; where the first to speak is kept, the later one speaks first.
            var sorted = found.OrderBy(l => order[l.Recognised.List]).ThenBy(ReturnYears.Turn).ToList();
            sorted = new Precedence(settings.SourcesFile, kinds, maps).Apply(sorted, LeftOut);
            ReadLists(sorted, staging, districts);
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }
        _orders.Ask(_log, _decisions);
        TeamNames.Apply(staging, _lines.Count, line => _synonyms.Teams(FormatOf(line)), (line, word) => NoteWord(_lines[line], "", word));
        _log.At = (int.MaxValue, 0);
        foreach (var (source, known, all) in staging.Crosswalk.Coverage()) _log.Add("crosswalk-coverage", "crosswalk.csv", "", 0, "", "", source, known, all);
        return Finish(staging, given);
    }

    private IReadOnlyList<FoundList> Open(ExtractFile path, int number, List<TableFile> files, ListFinder finder)
    {
        _log.At = (number, 0);
        try
        {
            if (path.Fault is { } fault) throw fault;
            if (Open(path, finder) is not { } file) return [];
            files.Add(file);
            ReturnHeader.Check(file.Header, settings.Authority);
            foreach (var note in file.Notes)
                if (note != "Read as UTF-8, separated by commas." && !note.StartsWith("Hidden sheets", StringComparison.Ordinal))
                    _log.Add("file-note", file.FileName, "", 0, "", "", note);
            return finder.Find(file, number, path.IsNamed);
        }
        catch (FileRejectedException e)
        {
            if (!_empty!.Takes(path.Source, number, e)) Reject(path.Source.Name, "", e);
            return [];
        }
    }

    /// <summary>A file, separated as a person says where its first lines don't tell; null where that is asked.</summary>
    private TableFile? Open(ExtractFile path, ListFinder finder)
    {
        try { return TableFile.Open(path.Source, settings.Limits, settings.XlsWorker); }
        catch (FileRejectedException e) when (e.Code == CsvSource.Unclear)
        {
            var (choices, source) = (new List<Choice>(), "");
            foreach (var separator in CsvSeparators.Candidates.ToArray())
            {
                var file = TableFile.Open(path.Source, settings.Limits, settings.XlsWorker, separator);
                // Only a separator that makes a list of the headings can be meant.
                if (Whole(file, finder) is { } list)
                {
                    var name = CsvSource.SeparatorName(separator);
                    var code = $"separator:{AnswerCode.Of(list.List.Title)}:{AnswerCode.Of(name)}";
                    if (_decisions.Says(list.Map.Format, code)) return file;
                    choices.Add(new Choice(code, $"{char.ToUpperInvariant(name[0])}{name[1..]}: it is then {list.List.Title}"));
                    source = list.Map.Format;
                }
                file.Dispose();
            }
            if (choices.Count == 0) throw;
            _log.Add(Rejected(path.Source.Name, "", e) with { Choices = choices, AskedOf = source });
            return null;
        }
    }

    private static Recognised? Whole(TableFile file, ListFinder finder)
    {
        try { return finder.Whole(file); }
        catch (FileRejectedException) { return null; }
    }

    private void LeftOut(FoundList list, string kind, string first)
    {
        _log.At = list.Count.Order;
        Note(_log, list, "left-to-other-source", "", EnglishText.Spoken(kind), first);
    }

    /// <summary>Reads every list, by as many hands as there may be, and joins what they gathered.</summary>
    private void ReadLists(List<FoundList> lists, Staging staging, PostcodeDistricts districts)
    {
        // A crosswalk and a store are asked by one at a time.
        var dealt = ReadingHand.Deal(lists, settings.Stored is null && staging.Crosswalk.IsEmpty ? settings.Hands : 1);
        var hands = new List<ReadingHand>();
        AddHand(staging);
        foreach (var hand in dealt)
            while (hand >= hands.Count) AddHand(staging.Beside());
        var bound = lists.Select((l, i) => new BoundList(l.Recognised, hands[dealt[i]].Staging, codes, _synonyms)).ToList();
        var orders = new DayOrder?[lists.Count];
        var isRead = new bool[lists.Count];
        void AddHand(Staging own) => hands.Add(new ReadingHand(own, new Derivations(own.Texts, districts, settings.Key)));

        void Read(int hand)
        {
            for (var i = 0; i < lists.Count; i++)
                if (dealt[i] == hand) (isRead[i], orders[i]) = ReadList(lists[i], bound[i], hands[hand], i, lists.Count);
        }

        try
        {
            // Threads are made ready only where there is something for them to do.
            if (hands.Count == 1) Read(0);
            else Parallel.For(0, hands.Count, Read);
        }
        catch (AggregateException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        foreach (var hand in hands)
        {
            _log.Join(hand.Log);
            _days.Add(hand.Days);
            if (hand.Staging != staging) staging.Join(hand.Staging);
        }
        for (var i = 0; i < lists.Count; i++)
            if (isRead[i]) Conclude(lists[i], bound[i], orders[i]);
    }

    /// <summary>Reads one list; false where the file is damaged on the way. The order of its dates is null where it has none.</summary>
    private (bool IsRead, DayOrder? Order) ReadList(FoundList found, BoundList list, ReadingHand hand, int done, int of)
    {
        hand.Log.At = found.Count.Order;
        Tell(found, done, of, 0);
        try
        {
            using var row = DateOrders.IsMonthFirst(found.Recognised.Map, _decisions) ? new MonthFirstReader(found.File.Read(found.Table)) : found.File.Read(found.Table);
            while (row.RowNumber < found.Recognised.HeadingRow && row.Read()) { }
            if (row.Broken is not null)
                throw new FileRejectedException("xlsx-cell-reference", "A cell of the headings is doubled, misplaced or too long.", "Save the workbook again from Excel.", $"{found.Count.Sheet}!{row.RowNumber}:{row.RowNumber}".TrimStart('!'));
            NoteColumns(hand.Log, found, row);
            var line = _lines.IndexOf(found.Count);
            DayOrder? order = null;
            if (found.Recognised.List.IsRestrictions) new RestrictionsReading(row, list, found.Count, hand.Staging, codes[ToldRestriction.ReasonList], _records, hand.Log).ReadAll();
            else if (found.Recognised.List.IsValues) new ValuesReading(row, list, line, found.Count, _records, hand.Log).ReadAll();
            else
            {
                if (found.Count.ReturnYear is { } year) hand.Staging.ReturnYears.Add(line, year);
                var cells = new RowReading(row, list, hand.Staging, found.Count.ReturnYear is null ? hand.Days : hand.Unheard, hand.Derivations, found.Count.ReturnYear);
                new ListReading(row, list, line, found.Count, hand, cells).ReadAll(rows => Tell(found, done, of, rows));
                order = cells.Order;
            }
            CheckMerged(hand.Log, found, row);
            Interlocked.Add(ref _rows, found.Count.Rows);
            return (true, order);
        }
        catch (FileRejectedException e)
        {
            hand.Log.Add(Rejected(found.Count.File, found.Count.Sheet, e));
            return (false, null);
        }
    }

    private void Tell(FoundList found, int done, int of, long rows)
    {
        if (progress is null) return;
        lock (_lines) progress.Report(new ReadingProgress(found.Count.File, done, of, Interlocked.Read(ref _rows) + rows));
    }

    /// <summary>What is to be said of a list that was read, in the order of the lists.</summary>
    private void Conclude(FoundList found, BoundList list, DayOrder? order)
    {
        _log.At = found.Count.Order;
        if (order is not null) _orders.Note(found, order);
        if (found.Count.ReturnYear is null && found.File.ReferenceDate is { } stated && !(_stated > stated)) _stated = stated;
        _bound.Add(list);
        _counts.Add(list, found.Count);
        NoteOwnWords(found, list);
        if (found.Count.Rows == found.Count.Blank) Note(_log, found, "list-not-supplied", "", found.Recognised.List.Title);
        else if (found.Recognised.List.NotUsed is { Length: > 0 } why) Note(_log, found, "list-not-used", "", found.Recognised.List.Title, why);
    }

    private static void NoteColumns(FindingLog log, FoundList found, TableReader row)
    {
        var (list, ordinals) = (found.Recognised.List, found.Recognised.Ordinals);
        for (var c = 0; c < ordinals.Length; c++)
            if (ordinals[c] >= 0 && row.IsColumnHidden(ordinals[c])) Note(log, found, "hidden-column", found.Count.Column(ordinals[c]));
            else if (ordinals[c] < 0 && list.IsMissed(c) && list.NotUsed.Length == 0) Note(log, found, "column-missing", list.Columns[c].Shown, NearestTo(found, list.Columns[c]));
            else if (ordinals[c] >= 0 && IsOwn(list.Columns[c], found.Recognised.Headings[ordinals[c]])) Note(log, found, "own-heading", found.Count.Column(ordinals[c]), list.Columns[c].Shown);
    }

    private static string NearestTo(FoundList found, ColumnMap column) =>
        !found.File.IsReturn && HeadingQuestions.Candidates(found.Recognised, column) is [var at, ..] && Headings.Nearest(column.Shown, [found.Recognised.Headings[at]]) is { } near
            ? $" The nearest heading is \"{near}\": if that is yours for it, say so (with mapping set, or under Data loads, Your own headings and words)." : "";

    private static bool IsOwn(ColumnMap column, string heading) => !column.Headings.Contains(Headings.Squash(heading)) && column.Own.Contains(Headings.Squash(heading));

    /// <summary>Says which of the council's own words for codes were met in a list.</summary>
    private void NoteOwnWords(FoundList found, BoundList list)
    {
        var used = new HashSet<(int Column, Mapping Word)>();
        foreach (var field in list.Records.SelectMany(r => r.Fields))
            foreach (var word in field.Words)
                if (field.Codes!.HasMet(word.Found) && used.Add((field.Column, word)))
                    NoteWord(found.Count, field.Column < 0 ? "" : found.Count.Column(field.Column), word);
    }

    private void NoteWord(ReceiptCount count, string column, Mapping word)
    {
        _log.At = count.Order;
        _log.Add("own-word", count.File, count.Sheet, 0, column, "", word.Found, _synonyms.Words(word));
    }

    /// <summary>The source of a receipt line.</summary>
    private string FormatOf(int line) => _bound.Find(b => _counts[b] == _lines[line])?.Found.Map.Format ?? "";

    private static void CheckMerged(FindingLog log, FoundList found, TableReader row)
    {
        var used = found.Recognised.Ordinals;
        foreach (var range in row.MergedRanges)
            if (CellRange.TryRead(range, out var cells) && cells.LastRow > found.Recognised.HeadingRow && used.Any(c => c >= cells.FirstColumn && c <= cells.LastColumn))
                log.Add("merged-cells", found.Count.File, found.Count.Sheet, cells.FirstRow, "", "", range);
    }

    private static void Note(FindingLog log, FoundList found, string code, string column, params object[] parts) =>
        log.Add(code, found.Count.File, found.Count.Sheet, 0, column, "", parts);

    // The name of a file within an archive says already which part it is.
    private static Finding Rejected(string file, string sheet, FileRejectedException e) =>
        new(e.Code, Outcome.Rejected, file, sheet, 0, e.Place is null || file.EndsWith("/" + e.Place, StringComparison.Ordinal) ? "" : e.Place, e.Found, e.WhatToDo);

    private void Reject(string file, string sheet, FileRejectedException e) => _log.Add(Rejected(file, sheet, e));

    private Extract Finish(Staging staging, DateOnly? given)
    {
        if (_log.All().Any(f => f.Outcome == Outcome.Rejected))
            return new Extract(new RecordSet(kinds), given, given is not null, _log.All(), [.. _lines.Select(l => l.Line())]) { Decided = _decisions.Relied, Mapped = _decisions.Mapped };
        _records.Fills.AddRange(staging.Fills);
        var dataDate = given ?? ReturnYears.Later(_stated ?? _days.DataDate(), _lines);
        if (dataDate is { } day)
        {
            var whole = _bound.Select(b => b.Found.Map).Where(m => m.IsWhole).Distinct().ToList();
            new Finishing(staging, _lines, _log, _records, day).Run(whole.Count > 0 ? Statements.FirstDay(whole[0], day) : day);
            State(day);
        }
        else foreach (var line in _lines) _records.Places.Add(line.Place());
        return new Extract(_records, dataDate, given is not null, _log.All(), [.. _lines.Select(l => l.Line())]) { Decided = _decisions.Relied, Mapped = _decisions.Mapped };
    }

    private void State(DateOnly day)
    {
        var statements = new Statements(kinds, _records, day);
        var inUse = maps.Where(m => _bound.Exists(b => b.Found.Map == m)).OrderBy(m => m.IsWhole ? 1 : 0);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in inUse)
            foreach (var statement in statements.Of(map, [.. _bound.Where(b => b.Found.Map == map)], _counts, given).ToList())
            {
                _records.Statements.Add(statement);
                if (statement.Holds != Completeness.Absent) given.Add(statement.Kind);
            }
    }
}
