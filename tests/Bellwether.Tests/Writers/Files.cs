using Bellwether.Publications.Documents;

namespace Bellwether.Tests.Writers;

/// <summary>Files as the writers leave them.</summary>
internal static class Files
{
    public static byte[] Bytes(Document document, Action<Document, Stream> write)
    {
        using var stream = new MemoryStream();
        write(document, stream);
        return stream.ToArray();
    }
}
