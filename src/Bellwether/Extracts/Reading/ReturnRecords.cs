namespace Bellwether.Extracts.Reading;

/// <summary>The records of a return one after another, each as a small tree, so that memory does not grow with the file.</summary>
internal abstract class ReturnRecords : IDisposable
{
    /// <summary>Values outside the records, by name; the first of each. Complete once <see cref="Next"/> has returned null.</summary>
    public Dictionary<string, string> Header { get; } = new(StringComparer.Ordinal);

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="FileRejectedException">The file is damaged, hostile or too large here.</exception>
    public abstract XmlElement? Next();

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();
}
