using Bellwether.Storage;
using Bellwether.Web.Access;

namespace Bellwether.Web;

public sealed record SiteSettings(Home Home, Doorkeeper Door, int Port, TimeProvider Time);

public static class Site
{
    public static WebApplication Build(SiteSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var site = builder.Build();
        site.Urls.Add($"http://127.0.0.1:{settings.Port}");
        return site;
    }
}
