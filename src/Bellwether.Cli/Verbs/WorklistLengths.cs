using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Web.Access;

namespace Bellwether.Cli.Verbs;

/// <summary><c>worklist</c> without an indicator: how long each worklist of the data date is.</summary>
internal static class WorklistLengths
{
    public static void Print(Terminal terminal, Gate gate, bool json)
    {
        var lengths = gate.Worklists();
        if (json)
        {
            terminal.Envelope("worklist", gate.DataDate, new Dictionary<string, object?>
            {
                ["at"] = gate.DataDate,
                ["notice"] = gate.WhatListsLeaveOut,
                ["worklists"] = lengths.Select(l => new Dictionary<string, object?>
                {
                    ["indicator"] = l.Found.Entry.Definition.Id,
                    ["overdue"] = l.Because.Length > 0 ? null : l.Overdue,
                    ["on_the_list"] = l.Because.Length > 0 ? null : l.Listed,
                    ["due_in_7_days"] = l.Because.Length > 0 ? null : l.InAWeek,
                    ["due_in_8_to_14_days"] = l.Because.Length > 0 ? null : l.InAFortnight,
                    ["because"] = l.Because.Length > 0 ? l.Because : null,
                }).ToList(),
            });
            return;
        }
        terminal.Line($"Worklists, {EnglishDate.Format(gate.DataDate)}. {gate.WhatListsLeaveOut}".TrimEnd());
        terminal.Table(["code", "worklist", "overdue", "in 7 days", "8 to 14"],
            [.. lengths.Where(l => !l.IsEmpty).Select(l => (IReadOnlyList<string>)
                [l.Found.Entry.Definition.Code, l.Found.Entry.Definition.Title, EnglishText.Number(l.Overdue + l.Listed), EnglishText.Number(l.InAWeek), EnglishText.Number(l.InAFortnight)])], 2, 3, 4);
        terminal.Line($"{lengths.Count(l => l.IsEmpty && l.Because.Length == 0)} more have nothing on them; of {lengths.Count(l => l.Because.Length > 0)} the data can't tell.");
    }
}
