using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>What rating and printing need to know of an indicator.</summary>
/// <param name="Show">How it is shown.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Decimals">Decimals printed; never used to rate.</param>
public sealed record Shape(Show Show, Better Better, int Decimals);
