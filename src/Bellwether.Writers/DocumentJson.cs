using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bellwether.Publications.Documents;

namespace Bellwether.Writers;

/// <summary>
/// A document as JSON, whole: what is written is read back as an equal document, and an equal document gives equal bytes. The first
/// member names the shape, so that a reader of a later version can tell.
/// </summary>
public static class DocumentJson
{
    /// <summary>The shape written, and the only one read.</summary>
    public const string Shape = "bellwether-document/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Writes UTF-8 without a mark, lines ended by a line feed.</summary>
    public static void Write(Document document, Stream to) => JsonSerializer.Serialize(to, new Enveloped(Shape, document), Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, or of another shape.</exception>
    public static Document Read(Stream from)
    {
        Enveloped? read;
        try
        {
            read = JsonSerializer.Deserialize<Enveloped>(from, Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"This is not a Bellwether document, or a part of it is damaged (line {e.LineNumber + 1}).", e);
        }
        return read?.Schema == Shape && read.Document is { } document
            ? document
            : throw new InvalidDataException($"This document has the shape '{read?.Schema}'; this version reads '{Shape}'.");
    }

    private sealed record Enveloped(string Schema, Document? Document);
}
