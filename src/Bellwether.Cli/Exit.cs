namespace Bellwether.Cli;

/// <summary>Exit codes: scripts tell these apart.</summary>
internal static class Exit
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Rejected = 3;
    public const int SetAside = 4;
    public const int Lint = 5;
    public const int NotPermitted = 6;
    public const int Interrupted = 130;
}
