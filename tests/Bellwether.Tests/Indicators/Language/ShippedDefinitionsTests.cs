using Xunit;

namespace Bellwether.Tests.Indicators.Language;

public sealed class ShippedDefinitionsTests
{
    [Fact]
    public void Lint_has_nothing_to_say_about_the_shipped_shelf() =>
        Assert.Equal("", string.Join("\n", ShippedCatalogue.Catalogue.Messages));
}
