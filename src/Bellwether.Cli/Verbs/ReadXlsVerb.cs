using System.CommandLine;
using System.Globalization;
using System.Text;
using Bellwether.Extracts.Reading;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Bellwether.Cli.Verbs;

/// <summary>
/// <c>read-xls</c>, not shown in the help: the worker that reads an old workbook from its input and gives the cells on its output. The one
/// place where a library's reader meets a file; it may die without harm (<see cref="XlsWorker"/>).
/// </summary>
internal static class ReadXlsVerb
{
    private const string Again = "Open it in Excel, save it as .xlsx, and load that.";

    public static Command Make()
    {
        var command = new Command(XlsWorker.Verb, "Read an old workbook for another process") { Hidden = true };
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            Read(input, output);
            return Exit.Ok;
        });
        return command;
    }

    private static void Read(Stream input, Stream output)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var held = new MemoryStream();
        input.CopyTo(held);
        held.Position = 0;
        using var cells = new XlsCells(output);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(held);
            var (errors, sheet) = (XlsErrorCells.Of(held.ToArray()), 0);
            do Sheet(reader, cells, sheet < errors.Count ? errors[sheet] : []);
            while (++sheet >= 0 && reader.NextResult());
            cells.Done();
        }
        catch (InvalidPasswordException)
        {
            cells.Refuse("file-encrypted", "The workbook is password-protected.", "Save it without a password, then load it again.");
        }
        // Whatever the library trips over, the file is what is wrong; its own words name no place, so they are not passed on.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            cells.Refuse("file-damaged", "The file is damaged: it is an old Excel workbook (.xls) that cannot be read to its end.", Again);
        }
    }

    private static void Sheet(IExcelDataReader reader, XlsCells cells, SortedDictionary<(int Row, int Column), string> errors)
    {
        cells.BeginSheet(reader.Name, !reader.VisibleState.Equals("visible", StringComparison.OrdinalIgnoreCase));
        var widest = errors.Count == 0 ? 0 : errors.Keys.Max(e => e.Column) + 1;
        while (reader.Read())
        {
            var isBegun = false;
            for (var c = 0; c < Math.Max(reader.FieldCount, widest); c++)
            {
                var error = errors.GetValueOrDefault((reader.Depth, c));
                if (error is null && (c >= reader.FieldCount || reader.GetValue(c) is null)) continue;
                if (!isBegun) cells.BeginRow(reader.Depth + 1);
                isBegun = true;
                if (error is not null) cells.Error(c, error);
                else Cell(cells, c, reader.GetValue(c));
            }
        }
    }

    private static void Cell(XlsCells cells, int column, object value)
    {
        switch (value)
        {
            case string text when text.Length > 0:
                cells.Text(column, text);
                break;
            case double number:
                cells.Number(column, number);
                break;
            case DateTime time:
                cells.Date(column, DateOnly.FromDateTime(time));
                break;
            case bool isTrue:
                cells.Boolean(column, isTrue);
                break;
            case string:
                break;
            default:
                cells.Text(column, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }
}
