using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Bellwether.Formats;

/// <summary>The least that any reader must do, and the other reader for .NET; each gives the rows it went through.</summary>
internal static class OtherReading
{
    /// <returns>0: the parts hold bytes, and nobody looks at them.</returns>
    public static long Inflate(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var buffer = new byte[1 << 16];
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            while (stream.Read(buffer) > 0) { }
        }
        return 0;
    }

    public static long CountLines(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[1 << 18];
        long lines = 0, at = 0;
        for (int got; (got = RandomAccess.Read(file, buffer, at)) > 0; at += got) lines += buffer.AsSpan(0, got).Count((byte)'\n');
        return lines;
    }

    public static long ExcelDataReader(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        long values = 0, rows = 0;
        do
        {
            for (; reader.Read(); rows++)
                for (var c = 0; c < reader.FieldCount; c++) values += reader.GetValue(c) is null ? 0 : 1;
        }
        while (reader.NextResult());
        return values > 0 ? rows : 0;
    }
}
