using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bellwether.Extracts.Reading;

/// <summary>
/// Reads the children of a daily-flow file one after another, each as a small tree: an array of them, one alone, one a line, or within an
/// object's "Children". A child's line is its number in the file, from 1, for the whole may stand on one line. Depth, size of a child and of
/// a value are bounded by <see cref="ReadingLimits"/>; what is wrong is said with the child's number and the line.
/// </summary>
internal sealed class JsonRecords : ReturnRecords
{
    private const string Wrapper = "Children";
    private readonly ReadingLimits _limits;
    private readonly Stream _file;
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end, _child;
    private long _total;
    private bool _isLast;
    private JsonReaderState _state;
    private readonly Queue<XmlElement> _ready = [];
    private readonly Stack<(XmlElement? Element, string Name, bool IsArray)> _open = [];
    private string _name = "";
    private int _nodes;

    public JsonRecords(FileSource file, ReadingLimits limits)
    {
        _limits = limits;
        _state = new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = limits.XmlDepth });
        _file = Utf16Text.Open(file);
        Fill();
        if (_end >= 3 && _buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8)) _start = 3;
    }

    public override XmlElement? Next()
    {
        try
        {
            while (_ready.Count == 0)
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
                var moved = false;
                while (_ready.Count == 0 && reader.Read())
                {
                    moved = true;
                    Take(ref reader);
                }
                _start += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                if (_ready.Count > 0) break;
                if (_isLast && !moved) return null;
                if (!_isLast) Fill();
            }
        }
        catch (JsonException e)
        {
            throw e.Message.Contains("maximum configured depth", StringComparison.Ordinal)
                ? Failure("json-depth", $"Values are nested deeper than {_limits.XmlDepth}.")
                : Failure("json-damaged", "The JSON is not well formed here, or is cut short.");
        }
        catch (InvalidOperationException)
        {
            throw Failure("json-damaged", "A text here is not valid UTF-8.");
        }
        return _ready.Dequeue();
    }

    protected override void Close() => _file.Dispose();

    private void Take(ref Utf8JsonReader reader)
    {
        if (++_nodes > _limits.XmlNodesInCell) throw Failure("json-too-large", $"One child holds more than {_limits.XmlNodesInCell:N0} values.");
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = reader.GetString()!;
                break;
            case JsonTokenType.StartArray:
                _open.Push((null, _name, true));
                break;
            case JsonTokenType.StartObject:
                Open();
                break;
            case JsonTokenType.EndArray:
                _open.Pop();
                break;
            case JsonTokenType.EndObject:
                Close(_open.Pop());
                break;
            case JsonTokenType.String:
                Value(reader.GetString()!);
                break;
            case JsonTokenType.Number:
                Value(Encoding.UTF8.GetString(reader.ValueSpan));
                break;
            case JsonTokenType.True or JsonTokenType.False:
                Value(reader.TokenType == JsonTokenType.True ? "true" : "false");
                break;
        }
    }

    /// <summary>An object within no child is one itself, until it proves to be what stands around them.</summary>
    private void Open()
    {
        var around = Around();
        var name = _open.TryPeek(out var top) && top.IsArray ? top.Name : _name;
        if (around is null || (around.Around is null && name.Equals(Wrapper, StringComparison.OrdinalIgnoreCase)))
        {
            _nodes = 0;
            _open.Push((new XmlElement(DailyFlowJson.Record, Id(DailyFlowJson.Record), _child + 1, null), "", false));
            if (around is not null) return;
        }
        else
        {
            var within = new XmlElement(name, Id(name), around.Line, around);
            around.Add(within);
            _open.Push((within, name, false));
        }
    }

    private void Close((XmlElement? Element, string Name, bool IsArray) closed)
    {
        if (closed.Element is not { Around: null } record) return;
        // A child without an id is one all the same: its rows are set aside, not lost.
        if (record.Within.Any(e => e.Name == DailyFlowJson.Id || DailyFlowJson.IsOfChild(e.Name)))
        {
            _child++;
            _ready.Enqueue(record);
        }
        else
            foreach (var said in record.Within.Where(e => e.Within.Count == 0)) Header.TryAdd(said.Name, said.Text);
    }

    private void Value(string said)
    {
        if (Around() is not { } around) return;
        if (said.Length > _limits.CellCharacters) throw Failure("json-too-large", $"A value is longer than {_limits.CellCharacters:N0} characters.");
        var name = _open.Peek().IsArray ? _open.Peek().Name : _name;
        around.Add(new XmlElement(name, Id(name), around.Line, around) { Text = said });
    }

    private static int Id(string name) => DailyFlowJson.Form.Ids.GetValueOrDefault(name, -1);

    private XmlElement? Around()
    {
        foreach (var (element, _, _) in _open)
            if (element is not null) return element;
        return null;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= _limits.XmlTokenBytes * 4L) throw Failure("json-too-large", "A value is too long.");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        int got;
        try { got = _file.Read(_buffer, _end, _buffer.Length - _end); }
        catch (DecoderFallbackException) { throw Failure("json-damaged", "A text here is not valid UTF-16, as the file says of itself."); }
        _end += got;
        _total += got;
        _isLast = got == 0;
        if (_total > _limits.SheetBytes) throw Failure("json-too-large", $"The file holds more than {_limits.SheetBytes >> 20} MB.");
    }

    private FileRejectedException Failure(string code, string found) => new(
        code, found, "Export the file again.", string.Create(CultureInfo.InvariantCulture, $"child {_child + 1}"));
}
