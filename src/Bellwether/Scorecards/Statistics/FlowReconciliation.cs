namespace Bellwether.Scorecards;

/// <summary>Does what was there, with who came and without who left, make what is there? A difference is named, never hidden.</summary>
public sealed record FlowReconciliation(decimal Opening, decimal In, decimal Out, decimal Closing)
{
    /// <summary>Opening + in − out.</summary>
    public decimal Expected => Opening + In - Out;

    /// <summary>Closing − expected: 0 when it reconciles; above 0, more are there than the flows explain.</summary>
    public decimal Difference => Closing - Expected;

    /// <summary>"320 + 15 − 12 = 323, as counted." or with the difference: "320 + 15 − 12 = 323, but 325 were counted: 2 more than the flows explain."</summary>
    public string Words
    {
        get
        {
            var sum = $"{BandWords.Plain(Opening)} + {BandWords.Plain(In)} − {BandWords.Plain(Out)} = {BandWords.Plain(Expected)}";
            return Difference == 0 ? $"{sum}, as counted."
                : $"{sum}, but {BandWords.Plain(Closing)} were counted: {BandWords.Plain(Math.Abs(Difference))} {(Difference > 0 ? "more" : "fewer")} than the flows explain.";
        }
    }
}
