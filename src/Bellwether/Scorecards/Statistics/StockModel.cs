namespace Bellwether.Scorecards;

/// <summary>
/// Stock and flow: next stock = stock − stock × all that leave + what comes from other states + new entrants; no more leave a state than are in it.
/// All in decimal. Source: the demand model of looked-after children (indicators.md E4).
/// </summary>
/// <param name="moves">Row from, column to: the share of a state's stock that moves in one step. The diagonal is not read.</param>
/// <param name="leaves">The share of each state that leaves altogether.</param>
/// <param name="entrants">New entrants to each state in one step.</param>
public sealed class StockModel(decimal[,] moves, IReadOnlyList<decimal> leaves, IReadOnlyList<decimal> entrants)
{
    /// <summary>The stock of each state one step on.</summary>
    public IReadOnlyList<decimal> Step(IReadOnlyList<decimal> stock)
    {
        var next = stock.Select((s, state) => s + entrants[state]).ToArray();
        for (var from = 0; from < stock.Count; from++)
        {
            var others = Enumerable.Range(0, stock.Count).Where(to => to != from).ToList();
            var share = leaves[from] + others.Sum(to => moves[from, to]);
            // Shares that add to more than all of them are cut to all of them, each in proportion.
            var cut = share > 1 ? 1 / share : 1;
            next[from] -= share > 1 ? stock[from] : stock[from] * share;
            foreach (var to in others) next[to] += stock[from] * moves[from, to] * cut;
        }
        return next;
    }

    /// <summary>The stock so many steps on.</summary>
    public IReadOnlyList<decimal> After(IReadOnlyList<decimal> stock, int steps) =>
        steps <= 0 ? stock : Enumerable.Range(0, steps).Aggregate(stock, (now, _) => Step(now));
}
