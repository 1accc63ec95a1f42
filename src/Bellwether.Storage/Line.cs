namespace Bellwether.Storage;

/// <summary>A record as an extract tells it.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Fields">As <see cref="RecordText"/> writes them.</param>
/// <param name="Place">Its place: number in the extract, or row in the store where the line is carried over.</param>
/// <param name="Row">The row there.</param>
internal readonly record struct Line(string Key, string Subject, string Fields, long Place, int Row);

/// <summary>A record version that is known now.</summary>
/// <param name="Id">Its row in the store.</param>
/// <param name="Since">The load that brought it.</param>
/// <param name="DataDate">The day the extract was taken that its fields come from, as a day number.</param>
/// <param name="Line">What it says; its place is a row in the store.</param>
internal readonly record struct Version(long Id, int Since, int DataDate, Line Line);
