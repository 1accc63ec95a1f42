using Bellwether.Storage;

namespace Bellwether.Tests.Storage;

/// <summary>Tests that hold on every engine: one abstract class, and a sealed one an engine.</summary>
public abstract class StoreTests(StoreEngine engine) : IDisposable
{
    protected ScratchStore Scratch { get; } = new(engine);

    public virtual void Dispose()
    {
        Scratch.Dispose();
        GC.SuppressFinalize(this);
    }
}
