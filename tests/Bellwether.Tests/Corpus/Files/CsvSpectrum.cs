using System.Text;
using Bellwether.Extracts.Reading;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>The kinds of field that the public set csv-spectrum tries, each with the values it must give.</summary>
internal static class CsvSpectrum
{
    private static readonly (string Text, string[][] Rows)[] All =
    [
        ("a,b\n1,\"ha, ha\"\n", [["a", "b"], ["1", "ha, ha"]]),
        ("a,b,c\n1,\"\",\"\"\n2,3,4\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        ("a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
        ("key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n", [["key", "val"], ["1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"]]),
        ("a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n", [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"]]),
        ("a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n", [["a", "b", "c"], ["1", "2", "3"], ["Once upon \r\na time", "5", "6"]]),
        ("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
        ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
        ("a,b,c\r\n1,2,3\r\n", [["a", "b", "c"], ["1", "2", "3"]]),
        ("a,b,c\n1,2,3\n4,5,\u02A4\n", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "\u02A4"]]),
    ];

    public static Observed Play(CorpusFolder folder)
    {
        var same = true;
        foreach (var (text, rows) in All)
        {
            folder.With("a.csv", Encoding.UTF8.GetBytes(text));
            using var file = TableFile.Open(Path.Combine(folder.Files, "a.csv"), ReadingLimits.Default);
            same &= Tests.Extracts.Reading.Grid.Of(file, 0).Zip(rows).All(p => p.First.SequenceEqual(p.Second));
        }
        return new Observed("accepted", [], "", "", same ? "same" : "differs");
    }
}
