using System.Text.RegularExpressions;
using Xunit;

namespace Bellwether.Tests.House;

/// <summary>Small files, plain names, no loose ends.</summary>
public sealed partial class FileTests
{
    [Fact]
    public void No_source_file_reaches_five_hundred_lines() => Assert.Empty(
        (from file in Checkout.Sources("src", "tests", "bench")
         let lines = File.ReadLines(file).Count()
         where lines >= 500
         select $"{Checkout.Short(file)}: {lines}").ToList());

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Assert.Empty(
        (from file in Checkout.Sources("src", "tests", "bench")
         where !file.EndsWith("FileTests.cs", StringComparison.Ordinal)
         from Match name in Empty().Matches(File.ReadAllText(file))
         select $"{Checkout.Short(file)}: {name.Groups[1].Value}").ToList());

    [Fact]
    public void Nothing_is_left_to_do_and_nothing_is_skipped() => Assert.Empty(
        (from file in Checkout.Sources("src", "tests", "bench")
         where !file.EndsWith("FileTests.cs", StringComparison.Ordinal) && Loose().IsMatch(File.ReadAllText(file))
         select Checkout.Short(file)).ToList());

    [Theory]
    [InlineData("public sealed class LoadManager", true)]
    [InlineData("internal static class DateUtils", true)]
    [InlineData("public sealed record Common", true)]
    [InlineData("public sealed class Database", false)]
    public void The_check_on_names_sees_a_fault(string line, bool isFault) => Assert.Equal(isFault, Empty().IsMatch(line));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?((?:\w*(?:Manager|Helper|Utils?|Processor|Dto|Common)|\w*(?<!Data|data)Base))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|Skip\s*=\s*""", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
