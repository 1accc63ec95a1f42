namespace Bellwether.Extracts.Reading;

/// <summary>What the scanner stands on. An empty element gives Start, then End.</summary>
internal enum XmlNode
{
    Start,
    End,
    Text,
    Eof,
}
