using System.Text;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>Reads the values CSV: figures somebody states, line by line, into <see cref="RecordSet.Values"/>.</summary>
internal sealed class ValuesReading(TableReader row, BoundList list, int line, ReceiptCount count, RecordSet records, FindingLog log)
{
    private readonly RowHash _print = new();
    private readonly PrintSet _seen = new(0);
    private readonly Dictionary<string, (int Row, decimal Value)> _scales = new(StringComparer.Ordinal);

    public void ReadAll()
    {
        while (row.Read())
        {
            count.Rows++;
            if (Enumerable.Range(0, row.CellCount).All(c => CellValue.Trim(row.Utf8(c)).IsEmpty)) count.Blank++;
            else if (!_seen.Add(_print.Of(row))) count.Repeated++;
            else if (Read() is { } value)
            {
                records.Values.Add(value);
                count.Loaded++;
            }
            else count.SetAside++;
        }
        if (count.Repeated > 0) log.Add("repeated-rows", count.File, count.Sheet, 0, "", "", count.Repeated);
    }

    private KeyedValue? Read()
    {
        foreach (var key in new[] { "indicator", "period" })
            if (Text(key).Length == 0) return Fault(key, "value-without-key", key);
        var numbers = new decimal?[3];
        string[] names = ["numerator", "denominator", "value"];
        for (var i = 0; i < names.Length; i++)
        {
            var text = Text(names[i]);
            if (CellValue.State(Encoding.UTF8.GetBytes(text)) == CellState.Blank) continue;
            if (!CellValue.TryNumber(Encoding.UTF8.GetBytes(text), out var number)) return Fault(names[i], "unreadable-value", RowReading.Shown(Encoding.UTF8.GetBytes(text), false));
            numbers[i] = number;
        }
        if (numbers[2] is null && numbers[0] is null) return Fault("value", "value-missing");
        if (numbers[0] is null && numbers[2] is { } stated && OtherScale(Text("indicator"), stated) is { } other)
            return Fault("value", "mixed-scale", RowReading.Shown(Encoding.UTF8.GetBytes(Text("value")), false), other.Value, other.Row);
        var area = Text("area");
        if (area.Equals("authority", StringComparison.OrdinalIgnoreCase)) area = "";
        // A numerator alone is a count: the value is the number itself.
        if (numbers[1] is null) numbers[2] ??= numbers[0];
        return new KeyedValue(Text("indicator"), Text("period"), area, numbers[0], numbers[1], numbers[2], Text("note"), line, row.RowNumber);
    }

    /// <summary>A value of the same indicator with which this one cannot be on one scale: a part of 1 beside 20 to 100.</summary>
    private (int Row, decimal Value)? OtherScale(string indicator, decimal value)
    {
        if (!_scales.TryGetValue(indicator, out var first))
        {
            if (value is > 0 and <= 100) _scales.Add(indicator, (row.RowNumber, value));
            return null;
        }
        var (low, high) = (Math.Min(first.Value, value), Math.Max(first.Value, value));
        return low is > 0 and < 1 && high is >= 20 and <= 100 ? first : null;
    }

    private KeyedValue? Fault(string column, string code, params object[] parts)
    {
        var at = list.Column(column);
        log.Add(code, count.File, count.Sheet, row.RowNumber, at < 0 ? "" : count.Column(at), "", parts);
        return null;
    }

    private string Text(string column)
    {
        var at = list.Column(column);
        return at < 0 ? "" : Encoding.UTF8.GetString(CellValue.Trim(row.Utf8(at)));
    }
}
