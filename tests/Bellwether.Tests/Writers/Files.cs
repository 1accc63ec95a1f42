using System.IO.Compression;
using System.Text;
using Bellwether.Publications.Documents;
using Bellwether.Writers;
using Xunit;

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

    public static byte[] Word(Document document, WordTemplate? template = null) => Bytes(document, (d, s) => WordWriter.Write(d, s, template));

    /// <summary>The parts of an Office file as text, by name, in their order.</summary>
    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(e => e.FullName, e => { using var reader = new StreamReader(e.Open(), Encoding.UTF8); return reader.ReadToEnd(); });
    }

    /// <summary>The file with one text of one part replaced where it first stands.</summary>
    public static byte[] Changed(byte[] file, string part, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part);
            Assert.NotNull(entry);
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            var at = text.IndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{part} holds no {from}");
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(text[..at] + to + text[(at + from.Length)..]);
        }
        return stream.ToArray();
    }
}
