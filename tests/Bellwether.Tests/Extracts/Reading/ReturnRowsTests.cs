using System.Text;
using Bellwether.Extracts.Reading;
using Xunit;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>The tables of a return are the same whether their rows were held when the file was looked through or are taken from it again.</summary>
public sealed class ReturnRowsTests
{
    private static readonly ReadingLimits Held = ReadingLimits.Default, Again = ReadingLimits.Default with { HeldBytes = 1000 };

    [Fact]
    public void Rows_held_and_rows_read_again_are_the_same()
    {
        var census = Census(i => $"<Disability>{(i % 2 == 0 ? "HAND" : "Zo\u00eb \"x\"")}</Disability><Disability>VIS</Disability><Disability>VIS</Disability>", _ => "");
        var held = Tables(census, Held);
        Assert.Equal(held, Tables(census, Again));
        Assert.Contains("C7|2012-04-05|||||WBRI|[\"Zo\\u00EB \\u0022x\\u0022\",\"VIS\"]", held, StringComparison.Ordinal);
        Assert.Contains("C7|2023-05-01|2023-05-02||2023-06-01|", held, StringComparison.Ordinal);
        Assert.Contains("C7|2023-07-01|2023-09-01", held, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_stands_twice_ends_its_table_at_that_row_either_way()
    {
        var census = Census(_ => "", i => i == 130 ? "<ReferralSource>6</ReferralSource>" : "");
        var held = Tables(census, Held);
        Assert.Equal(held, Tables(census, Again));
        Assert.Contains("C129|2023-05-01|1A|", held, StringComparison.Ordinal);
        Assert.Contains("xml-repeated-element", held, StringComparison.Ordinal);
        Assert.DoesNotContain("C130|2023-05-01|1A|", held, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_of_a_kind_than_are_read_are_refused_either_way()
    {
        var census = Census(_ => "", _ => "");
        var limits = Held with { Rows = 250 };
        // Two reviews for each of 200 children.
        Assert.Contains("xml-too-large", Tables(census, limits), StringComparison.Ordinal);
        Assert.Equal(Tables(census, limits), Tables(census, Again with { Rows = 250 }));
    }

    private static byte[] Census(Func<int, string> disabilities, Func<int, string> details)
    {
        var xml = new StringBuilder("<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header><Children>\n");
        for (var i = 0; i < 200; i++)
            xml.Append($"""
                <Child><ChildIdentifiers><LAchildID>C{i}</LAchildID><PersonBirthDate>2012-04-05</PersonBirthDate></ChildIdentifiers>
                <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities>{disabilities(i)}</Disabilities></ChildCharacteristics>
                <CINdetails><CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>1A</ReferralSource>{details(i)}<Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>
                <AssessmentAuthorisationDate>2023-06-01</AssessmentAuthorisationDate></Assessments><ChildProtectionPlans><CPPstartDate>2023-07-01</CPPstartDate>
                <Reviews><CPPreviewDate>2023-09-01</CPPreviewDate></Reviews><Reviews><CPPreviewDate>2024-02-01</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails></Child>

                """);
        return Encoding.UTF8.GetBytes(xml.Append("</Children></Message>\n").ToString());
    }

    private static string Tables(byte[] bytes, ReadingLimits limits) => TestBook.As("census.xml", bytes, path =>
    {
        var said = new StringBuilder();
        using var file = TableFile.Open(path, limits);
        for (var t = 0; t < file.Tables.Count; t++)
        {
            using var reader = file.Read(t);
            try
            {
                while (reader.Read())
                    said.Append(reader.RowNumber).Append(' ').AppendJoin('|', Enumerable.Range(0, reader.CellCount).Select(reader.Text)).Append('\n');
            }
            catch (FileRejectedException e)
            {
                said.Append(e.Code).Append(e.Place).Append('\n');
            }
        }
        return said.ToString();
    });
}
