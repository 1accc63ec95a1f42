using Bellwether.Codes;
using Bellwether.Extracts;
using Bellwether.Indicators.Language;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Definitions;

/// <summary>The records of one child as an example tells them, ready for <see cref="Journeys.Journeys.Build"/>.</summary>
/// <param name="Records">One child, <c>C1</c>, with the workers' posts the example needs; every kind fully covered up to the day asked.</param>
/// <param name="Authority">Has the teams that the example names.</param>
/// <param name="Problems">What could not be read; empty where all was.</param>
public sealed record ExampleRecords(RecordSet Records, Authority Authority, IReadOnlyList<string> Problems);

/// <summary>
/// Records in words: phrases parted by semicolons, in the order things are told.
/// <code>plan from 2024-01-02; visit 2024-03-01 seen; visit 2024-03-20 no seen</code>
/// A phrase is a word that records.yaml has under <c>called</c> (or its plural), and then in any order
/// <c>from D</c>, <c>to D</c>, <c>D to D</c>, <c>D</c> (the date of an event, the start of a spell; several dates of an event make several);
/// a yes/no field (<c>seen</c>, <c>no seen</c>, <c>unknown seen</c>); any other field with its value (<c>role CW</c>, <c>decision 2017-03-20</c>,
/// <c>unknown date</c>). Flags may stand first: <c>qualified worker from D</c>. A field not mentioned is as records.yaml has it where a
/// source lacks the column. A link goes to the record of that kind last told. <c>born D</c> and <c>child disabled sex F</c> are the
/// person; <c>team T1 kind CSWT district D1</c> is a team. An allocation that doesn't say has the role CW and a worker of its own;
/// <c>qualified</c>, <c>no qualified</c>, <c>unknown qualified</c> before or after it gives that worker a post, a social worker's.
/// </summary>
public static class ExampleText
{
    /// <summary>Reads an example's <c>given</c>.</summary>
    /// <param name="given">The phrases.</param>
    /// <param name="kinds">The kinds of records.yaml; not those that clocks make.</param>
    /// <param name="codes">The code lists that values are read by.</param>
    /// <param name="at">The day asked: what the records speak for ends there.</param>
    public static ExampleRecords Parse(string given, RecordKinds kinds, CodeLists codes, DateOnly at) =>
        new ExampleTeller(kinds, codes).Tell(given, at);

    /// <summary>Says which examples of a definition can't be read.</summary>
    internal static void Check(Definition definition, YamlShelf file, BindRoom room)
    {
        foreach (var example in definition.Examples)
            foreach (var problem in Parse(example.Given, room.Kinds, room.Codes, example.At).Problems)
                room.Lint.Error(new Spot(file.Name, example.Line, 1), problem);
    }
}
