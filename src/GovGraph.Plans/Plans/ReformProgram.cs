namespace GovGraph.Plans;

/// <summary>The reform program that a plan belongs to.</summary>
public enum ReformProgram
{
    /// <summary>Cải cách hành chính: administrative reform.</summary>
    Cchc,

    /// <summary>Chỉ số hiệu quả quản trị và hành chính công: the governance and public administration index.</summary>
    Papi,

    /// <summary>Kiểm soát thủ tục hành chính: control of administrative procedures.</summary>
    Kstthc,
}

/// <summary>The level of the body that issued a plan.</summary>
public enum AdministrativeLevel
{
    Province,
    District,
    Commune,
}
