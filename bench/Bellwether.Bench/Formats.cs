using System.Globalization;
using System.IO.Compression;
using System.Text;
using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Extracts.Reading;
using ExcelDataReader;

namespace Bellwether.Bench;

/// <summary>
/// Times the readers of files by themselves and as extracts, beside the least that any reader must do (inflate the parts, count the line
/// ends) and beside ExcelDataReader on the same files. Gates P9 to P11 of the performance goals.
/// </summary>
internal static class Formats
{
    private const int Rows = 20_000;
    private const string Contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json";

    public static void Run(int runs, IReadOnlyList<int> sizes)
    {
        var scratch = Directory.CreateTempSubdirectory("bellwether-formats-");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            Console.WriteLine("| file | size | step | rows | ms | cpu ms | rows per second | MB allocated |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var size in sizes)
            {
                Workbook(scratch.FullName, runs, size);
                Csv(scratch.FullName, runs, size);
                Xml(scratch.FullName, runs, size);
            }
        }
        finally { scratch.Delete(recursive: true); }
    }

    private static void Workbook(string folder, int runs, int size)
    {
        var path = Path.Combine(folder, $"sheet{size}.xlsx");
        WriteWorkbook(path, Rows * size);
        var inflate = Print("xlsx", size, Measure.Step("inflate the parts", "rows", runs, () => (Inflate(path), (long)Rows * size)));
        var own = Print("xlsx", size, Measure.Step("read every cell", "rows", runs, () => ReadTable(path)));
        var other = Print("xlsx", size, Measure.Step("ExcelDataReader 3.6.0, every cell", "rows", runs, () => Other(path)));
        Gate("P9", "ExcelDataReader's time over ours", other.Cpu / own.Cpu, 5, atLeast: true);
        Gate("P10", "our time over an inflate alone", own.Cpu / inflate.Cpu, 6, atLeast: false);
    }

    private static void Csv(string folder, int runs, int size)
    {
        var path = Path.Combine(folder, $"contacts{size}.csv");
        using (var file = new StreamWriter(path))
        {
            file.Write(Contacts + "\n");
            for (var i = 0; i < Rows * 5 * size; i++) file.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{100_000 + (i % 50_000)},20{20 + (i % 4)}-0{1 + (i % 9)}-{10 + (i % 18)},{(i % 3 == 0 ? "1A" : "6")},\n"));
        }
        var lines = Print("csv", size, Measure.Step("count line ends", "rows", runs, () => (0, CountLines(path))));
        Print("csv", size, Measure.Step("read every field", "rows", runs, () => ReadTable(path)));
        var load = Print("csv", size, Measure.Step("read to an extract", "rows", runs, () => Extract(path)));
        Gate("P11", "an extract over a count of line ends", load.Cpu / lines.Cpu, 12, atLeast: false);
    }

    private static void Xml(string folder, int runs, int size)
    {
        var path = Path.Combine(folder, $"census{size}.xml");
        using (var file = new StreamWriter(path))
        {
            file.Write("<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header><Children>\n");
            for (var i = 0; i < 2000 * size; i++)
                file.Write(string.Create(CultureInfo.InvariantCulture, $"<Child><ChildIdentifiers><LAchildID>C{i}</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails><CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA><Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2023-06-01</AssessmentAuthorisationDate></Assessments></CINdetails></Child>\n"));
            file.Write("</Children></Message>\n");
        }
        Print("xml", size, Measure.Step("read to an extract", "rows", runs, () => Extract(path)));
    }

    private static void WriteWorkbook(string path, int rows)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Part("[Content_Types].xml", w => w.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"));
        Part("_rels/.rels", w => w.Write($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        Part("xl/workbook.xml", w => w.Write($"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        Part("xl/_rels/workbook.xml.rels", w => w.Write($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"));
        Part("xl/styles.xml", w => w.Write($"<styleSheet {Main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"));
        Part("xl/sharedStrings.xml", w => w.Write($"<sst {Main}>{string.Concat(Enumerable.Range(0, 500).Select(i => $"<si><t>text number {i}</t></si>"))}</sst>"));
        Part("xl/worksheets/sheet1.xml", w =>
        {
            w.Write($"<worksheet {Main}><sheetData>");
            for (var r = 1; r <= rows; r++)
            {
                w.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{r}\">"));
                for (var c = 0; c < 12; c++)
                    w.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + c)}{r}\"{(c % 3 == 0 ? " t=\"s\"" : c % 3 == 1 ? " s=\"1\"" : "")}><v>{(c % 3 == 0 ? (r * 7 + c) % 500 : c % 3 == 1 ? 45000 + ((r + c) % 400) : r * c)}</v></c>"));
                w.Write("</row>");
            }
            w.Write("</sheetData></worksheet>");
        });

        void Part(string name, Action<TextWriter> write)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            write(writer);
        }
    }

    private static long Inflate(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var (buffer, bytes) = (new byte[1 << 16], 0L);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            for (int got; (got = stream.Read(buffer)) > 0;) bytes += got;
        }
        return bytes;
    }

    private static (long Result, long Rows) ReadTable(string path)
    {
        using var file = TableFile.Open(path, ReadingLimits.Default);
        using var reader = file.Read(0);
        long sum = 0, rows = 0;
        for (; reader.Read(); rows++)
            for (var c = 0; c < reader.CellCount; c++) sum += reader.Utf8(c).Length + (int)reader.Kind(c);
        return (sum, rows);
    }

    private static (long Result, long Rows) Other(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        long sum = 0, rows = 0;
        for (; reader.Read(); rows++)
            for (var c = 0; c < reader.FieldCount; c++) sum += reader.GetValue(c) is null ? 0 : 1;
        return (sum, rows);
    }

    private static long CountLines(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[1 << 18];
        long lines = 0, at = 0;
        for (int got; (got = RandomAccess.Read(file, buffer, at)) > 0; at += got) lines += buffer.AsSpan(0, got).Count((byte)'\n');
        return lines;
    }

    private static (Extract Result, long Rows) Extract(string path)
    {
        var reader = new ExtractReader(RecordKinds.Load(Shelf.Path()), CodeLists.Load([Path.Combine(Shelf.Path(), "codes")]), ReadingSettings.For(Shelf.Path()));
        var extract = reader.Read([path]);
        if (extract.IsRejected) throw new InvalidOperationException(extract.Findings[0].ToString());
        return (extract, extract.Receipt.Sum(r => (long)r.Rows));
    }

    private static Line Print(string file, int size, Line line)
    {
        Console.WriteLine($"| {file} | {size}× | {line.Step} | {line.Rows:N0} | {line.Milliseconds:N0} | {line.Cpu:N0} | {line.Rows / line.Milliseconds * 1000:N0} | {line.Allocated / 1048576.0:N0} |");
        return line;
    }

    private static void Gate(string gate, string what, double ratio, double bound, bool atLeast) =>
        Console.WriteLine($"| | | **{gate}**: {what} | | | | {ratio:0.0}× ({(atLeast ? "at least" : "at most")} {bound}×: {((atLeast ? ratio >= bound : ratio <= bound) ? "held" : "missed")}) | |");
}
