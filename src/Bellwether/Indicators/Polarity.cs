namespace Bellwether.Indicators;

/// <summary>Which way is better. Declared once, in the definition, and said in words everywhere.</summary>
public enum Polarity
{
    /// <summary>Neither: shown for context, never rated.</summary>
    Neutral,

    /// <summary>Higher values are better.</summary>
    Higher,

    /// <summary>Lower values are better.</summary>
    Lower,
}
