namespace Bellwether.Extracts.Reading;

/// <summary>What a file holds, judged by its first bytes and not by its name.</summary>
public enum FileKind
{
    Empty,
    Csv,
    Xlsx,
    Xml,
    Json,
    Html,
    EncryptedWorkbook,
    Xls,
    Xlsb,
    MacroWorkbook,
    OpenDocument,
    WordDocument,
    Presentation,
    OldOfficeFile,
    CutOfficeFile,
    Zip,
    Pdf,
    Rtf,
    Image,
    OtherArchive,
}

/// <summary>What a cell holds. In a CSV file a field is Text or Blank, nothing else.</summary>
public enum CellKind
{
    Blank,
    Text,
    Number,
    Boolean,
    Error,
    Date,
}

/// <summary>One sheet of a workbook in the workbook's order; a CSV file is one table with an empty name.</summary>
public sealed record TableInfo(string Name, bool Hidden);
