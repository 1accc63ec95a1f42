using Bellwether.Extracts;
using Xunit;

namespace Bellwether.Tests.Extracts;

public sealed class PrintSetTests
{
    [Fact]
    public void Prints_that_want_the_same_places_are_all_kept_while_the_set_grows()
    {
        var set = new PrintSet(0);
        // The lower bits decide the place: every eighth differs in its upper half alone.
        ulong[] prints = [.. Enumerable.Range(0, 8_000).Select(n => ((ulong)(n % 8) << 40) + (ulong)(n / 8) + 1)];
        Assert.All(prints, print => Assert.True(set.Add(print)));
        Assert.All(prints, print => Assert.False(set.Add(print)));
    }
}
