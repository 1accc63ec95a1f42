using System.Text;
using System.Text.Json;

namespace Bellwether.Indicators.Definitions;

/// <summary>The JSON Schema of an indicator file, for editors that check YAML while one types (draft 07).</summary>
public static class DefinitionSchema
{
    /// <summary>The schema as indented JSON.</summary>
    public static string Print()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "Bellwether indicator");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            Strings(json, "required", ["title", "cases"]);
            json.WriteStartObject("properties");
            foreach (var key in DefinitionKeys.All.Where(k => !DefinitionKeys.OnlyInVariant.Contains(k.Name))) Property(json, key);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Property(Utf8JsonWriter json, DefinitionKey key)
    {
        json.WriteStartObject(key.Name);
        json.WriteString("description", key.Says);
        switch (key.Holds)
        {
            case Holds.Text or Holds.Expression:
                Types(json, "string", "number", "boolean");
                break;
            case Holds.Number:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 0);
                json.WriteNumber("maximum", 6);
                break;
            case Holds.YesNo:
                // Editors that read YAML 1.1 take yes and no for booleans.
                Types(json, "string", "boolean");
                break;
            case Holds.Date:
                json.WriteString("type", "string");
                json.WriteString("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
                break;
            case Holds.Choice:
                Strings(json, "enum", key.Choices);
                break;
            case Holds.Choices:
                OneOrMany(json, () => Strings(json, "enum", key.Choices));
                break;
            case Holds.TextOrList:
                OneOrMany(json, () => Types(json, "string", "number"));
                break;
            case Holds.Split:
                Types(json, "string", "object");
                break;
            case Holds.Variants:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                Overriding(json, DefinitionKeys.OfVariant);
                json.WriteEndObject();
                break;
            case Holds.Fallback:
                OneOrMany(json, () => Overriding(json, DefinitionKeys.OfFallback));
                break;
            case Holds.Benchmark:
                Types(json, "string", "object");
                Named(json, DefinitionKeys.Benchmark);
                break;
            case Holds.Related:
                json.WriteString("type", "object");
                json.WriteBoolean("additionalProperties", false);
                json.WriteStartObject("properties");
                foreach (var name in DefinitionKeys.Related)
                {
                    json.WriteStartObject(name);
                    OneOrMany(json, () => Types(json, "string"));
                    json.WriteEndObject();
                }
                json.WriteEndObject();
                break;
            case Holds.Changes:
                Many(json, DefinitionKeys.Change);
                break;
            case Holds.Examples:
                Many(json, DefinitionKeys.Example);
                break;
            case Holds.Use:
                json.WriteString("type", "object");
                break;
        }
        json.WriteEndObject();
    }

    /// <summary>The keys a variant or a fallback may change.</summary>
    private static void Overriding(Utf8JsonWriter json, string[] names)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var key in DefinitionKeys.All.Where(k => names.Contains(k.Name))) Property(json, key);
        json.WriteEndObject();
    }

    private static void Many(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        Named(json, names);
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var name in names) json.WriteBoolean(name, true);
        json.WriteEndObject();
    }

    private static void OneOrMany(Utf8JsonWriter json, Action item)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        item();
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        item();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Types(Utf8JsonWriter json, params IReadOnlyList<string> types) => Strings(json, "type", types);

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
