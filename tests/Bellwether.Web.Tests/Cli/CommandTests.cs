using System.Text.Json;
using Xunit;
using static Bellwether.Web.Tests.Cli.CommandLine;

namespace Bellwether.Web.Tests.Cli;

/// <summary>The verbs as scripts use them: data on standard output, honest exit codes, one envelope with --json.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bellwether-cli-").FullName;

    [Fact]
    public void The_golden_home_is_loaded_shown_and_scored_from_the_command_line()
    {
        var home = Kent();
        var (code, data) = Json("show", "CN03", "--home", home, "--at", "2017-06-30");
        Assert.Equal(0, code);
        Assert.Equal("cin-with-plan", data.GetProperty("indicator").GetString());
        Assert.Equal(1927, data.GetProperty("numerator").GetDecimal());
        Assert.Equal(2461, data.GetProperty("denominator").GetDecimal());
        Assert.Equal("Red", data.GetProperty("rating").GetString());
        Assert.Equal(90, data.GetProperty("target").GetDecimal());
        Assert.Equal("%", data.GetProperty("unit").GetString());
        Assert.Equal("Amber", data.GetProperty("to_next_band").GetProperty("band").GetString());
        Assert.Equal(42, data.GetProperty("to_next_band").GetProperty("cases").GetInt64());
        var (_, card) = Json("scorecard", "--home", home, "--period", "2017-06");
        Assert.Equal("2017-06", card.GetProperty("period").GetString());
        Assert.Equal(7, card.GetProperty("indicators").GetArrayLength());
        Assert.All(card.GetProperty("indicators").EnumerateArray(), i => Assert.Equal("Red", i.GetProperty("rating").GetString()));
    }

    [Fact]
    public void The_latest_complete_month_stands_where_no_period_is_asked_for()
    {
        var (_, card) = Json("scorecard", "--home", Kent());
        Assert.Equal("2017-06", card.GetProperty("period").GetString());
        var (_, figure) = Json("show", "CN03", "--home", Kent());
        Assert.Equal(1927, figure.GetProperty("numerator").GetDecimal());
    }

    [Fact]
    public void A_forecast_said_once_its_figure_was_known_is_no_forecast()
    {
        string[] forecast = ["forecasts", "add", "CN03", "--home", Kent(), "--period", "2017-06", "--value", "85", "--by", "P. Smith"];
        Assert.Equal((3, "June 2017 is over: a forecast is made before."), (Run(forecast).Code, Run(forecast).Errors.Trim()));
        Assert.Equal(0, Run([.. forecast, "--on", "2017-04-10"]).Code);
        var (_, kept) = Json("forecasts", "list", "--home", forecast[4]);
        Assert.Equal("2017-04-10", Assert.Single(kept.GetProperty("forecasts").EnumerateArray()).GetProperty("on").GetString());
    }

    [Fact]
    public void Loading_the_same_again_is_nothing_new()
    {
        var home = Kent();
        var (code, output, _) = Run("load", "--home", home, Path.Combine(home, "figures", "values.csv"));
        Assert.Equal(0, code);
        Assert.Contains("Nothing new: load 1 already holds this content.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "show", "CN99", "--home", "HOME", "--at", "2017-06-30")]
    [InlineData(2, "show", "CN03", "--home", "HOME", "--at", "30 June")]
    [InlineData(2, "show", "CN03", "--home", "HOME", "--at", "2017-06-30", "--by", "star-sign")]
    [InlineData(2, "scorecard", "--home", "HOME", "--scorecard", "none-such")]
    [InlineData(2, "no-such-verb")]
    [InlineData(1, "scorecard", "--home", "HOME/no-home-here")]
    [InlineData(3, "load", "--home", "HOME", "HOME/empty.csv")]
    [InlineData(3, "check", "HOME/empty.csv")]
    [InlineData(2, "check", "HOME/no-such-file.csv")]
    [InlineData(2, "check", "HOME/empty.csv", "--no-such-option")]
    [InlineData(2, "load", "--home", "HOME", "HOME/no-such-file.csv")]
    [InlineData(0, "definitions", "list")]
    [InlineData(0, "definitions", "lint")]
    [InlineData(0, "definitions", "test")]
    [InlineData(0, "definitions", "test", "--home", "HOME")]
    [InlineData(0, "definitions", "schema")]
    [InlineData(0, "definitions", "docs", "--check")]
    [InlineData(0, "definitions", "print", "CP10")]
    [InlineData(2, "definitions", "print", "CP99")]
    public void Exit_codes_tell_what_happened(int expected, params string[] arguments)
    {
        var home = Kent();
        File.WriteAllText(Path.Combine(home, "empty.csv"), "");
        var (code, _, errors) = Run([.. arguments.Select(a => a.Replace("HOME", home, StringComparison.Ordinal))]);
        Assert.Equal(expected, code);
        if (expected is 1 or 2) Assert.NotEqual("", errors);
    }

    [Fact]
    public void A_definition_that_cant_be_used_is_marked_in_the_list_and_the_others_work()
    {
        var home = Kent();
        var folder = Directory.CreateDirectory(Path.Combine(home, "definitions", "indicators")).FullName;
        File.WriteAllText(Path.Combine(folder, "our-own.yaml"), "code: X01\ntitle: Our own\nwhy: Because\ncases: open cp_plans\nwhere: not othr_authority\nshow: count\nwindow: snapshot\n");
        var (code, output, errors) = Run("definitions", "list", "--home", home);
        Assert.Equal(0, code);
        Assert.Contains(output.Split('\n'), l => l.StartsWith("X01", StringComparison.Ordinal) && l.Contains("can't be used", StringComparison.Ordinal));
        Assert.Contains("1 of them can't be used; the rest work. See: bellwether definitions lint", output + errors, StringComparison.Ordinal);
        Assert.Equal(0, Run("show", "CP01", "--home", home, "--at", "2017-06-30").Code);
    }

    [Fact]
    public void An_example_that_fails_ends_with_five_and_names_its_line()
    {
        var home = Kent();
        var own = Directory.CreateDirectory(Path.Combine(home, "definitions", "indicators", "local")).FullName;
        File.WriteAllText(Path.Combine(own, "ours.yaml"),
            "title: Plans\ncases: open cp_plans\nmet: exists(cp_visits)\nexamples:\n  - { given: \"plan from 2024-01-02\", at: 2024-06-30, expect: met }\n");
        var (code, output, _) = Run("definitions", "test", "--home", home);
        Assert.Equal(5, code);
        Assert.StartsWith("ours.yaml:5: expected Met; fast says NotMet, plain says NotMet", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_in_two_stages_ends_with_five()
    {
        var home = Kent();
        foreach (var stage in new[] { "care", "protection" })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(home, "definitions", "indicators", stage)).FullName, "ours.yaml"), "title: Plans\ncases: open cp_plans\nshow: count\n");
        var (code, output, _) = Run("definitions", "lint", "--home", home);
        Assert.Equal(5, code);
        Assert.Contains("Two folders hold a file of this name: care and protection.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_set_aside_than_the_limit_loads_and_ends_with_four()
    {
        var home = Kent();
        var file = Path.Combine(home, "ssd_cp_plans.csv");
        File.WriteAllText(file, "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n1,C1,2024-01-02,\n2,C2,2024-05-01,2024-04-01\n");
        var (code, output, _) = Run("load", "--home", home, file, "--data-date", "2024-06-30");
        Assert.Equal(4, code);
        Assert.Contains("row 3", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_file_leaves_what_was_known_untouched()
    {
        var home = Kent();
        File.WriteAllText(Path.Combine(home, "empty.csv"), "");
        Assert.Equal(3, Run("load", "--home", home, Path.Combine(home, "empty.csv"), Path.Combine(home, "figures", "values.csv")).Code);
        var (_, data) = Json("show", "CN03", "--home", home, "--at", "2017-06-30");
        Assert.Equal(1927, data.GetProperty("numerator").GetDecimal());
    }

    [Fact]
    public void What_was_known_before_the_first_load_is_nothing()
    {
        var (_, data) = Json("show", "CN03", "--home", Kent(), "--at", "2017-06-30", "--known-at", "2001-01-01");
        Assert.Equal(JsonValueKind.Null, data.GetProperty("value").ValueKind);
        Assert.StartsWith("Not computable, because", data.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Kent()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Bellwether.slnx"))) root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))!;
        var from = Path.Combine(root, "samples", "kent-2017");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("store.db", StringComparison.Ordinal)))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
        Assert.Equal(0, Run("load", "--home", _folder, Path.Combine(_folder, "figures", "values.csv")).Code);
        return _folder;
    }
}
