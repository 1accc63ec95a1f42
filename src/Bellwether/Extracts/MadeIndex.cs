namespace Bellwether.Extracts;

/// <summary>
/// Finds made keys by their form: a chain for each subject, looked along only where the subject may hold the key. A child's keys come together
/// or the child has few, so that this waits for memory far less than one table of all keys.
/// </summary>
internal sealed class MadeIndex(Pages<ulong> forms)
{
    private const ulong Seed = 0x9E3779B97F4A7C15;

    private readonly Pages<Link> _links = new();
    private Whose[] _subjects = [];

    /// <summary>What finds all the made keys there are among the forms of a pool, and those added later.</summary>
    public static MadeIndex Of(Pages<ulong> forms)
    {
        var index = new MadeIndex(forms);
        for (var number = 0; number < forms.Count; number++)
            if (TextForm.TagOf(forms[number]) == TextForm.MadeKey) index.Add(forms[number], number);
        return index;
    }

    /// <summary>Number of the text with that form; -1 where there is none.</summary>
    public int Find(ulong form)
    {
        var subject = TextForm.Subject(form);
        if (subject >= _subjects.Length) return -1;
        ref var whose = ref _subjects[subject];
        var (low, high) = Bits(form);
        if ((whose.Low & low) != low || (whose.High & high) != high) return -1;
        for (var at = whose.Last; at > 0; at = _links[at - 1].Before)
            if (forms[_links[at - 1].Number] == form) return _links[at - 1].Number;
        return -1;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(ulong form, int number)
    {
        var subject = TextForm.Subject(form);
        if (subject >= _subjects.Length) Array.Resize(ref _subjects, Math.Max(subject + 1, Math.Max(64, _subjects.Length * 2)));
        ref var whose = ref _subjects[subject];
        var (low, high) = Bits(form);
        _links.Add(new Link { Number = number, Before = whose.Last });
        (whose.Last, whose.Low, whose.High) = (_links.Count, whose.Low | low, whose.High | high);
    }

    /// <summary>One bit of 128 for each day and what tells it apart.</summary>
    private static (ulong Low, ulong High) Bits(ulong form)
    {
        var bit = (int)(TextForm.Mix(form & int.MaxValue, Seed) >> 57);
        return bit < 64 ? (1UL << bit, 0) : (0, 1UL << (bit - 64));
    }

    private struct Whose
    {
        public ulong Low, High;
        public int Last;
    }

    private struct Link
    {
        public int Number, Before;
    }
}
