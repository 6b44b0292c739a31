/** The page's own look, for screens and for paper; company blue and customer orange mean the same as everywhere. */
export const style = `
@page { size: A4; margin: 18mm 16mm; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem; color: #15191f; background: #fff; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; } h2 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
section { border-top: 1px solid #c9cfd8; margin-top: 2rem; padding-top: 1.5rem; } .quiet, figcaption, caption { color: #444d5a; } .foot { color: #5b6573; font-size: .85rem; }
figure { margin: 1rem 0; break-inside: avoid; } svg { width: 100%; height: auto; font: 14px "Segoe UI", system-ui, sans-serif; fill: #15191f; } .small { font-size: 12px; }
.company { fill: #0b66a8; } .customer { fill: #b84a00; } .bar { fill: #2b3440; } .join { stroke: #c9cfd8; stroke-width: 4; }
blockquote { margin: .75rem 0; padding: .5rem 1rem; border-left: 5px solid #b84a00; background: #f6f7f9; break-inside: avoid; } blockquote.against { border-color: #0b66a8; } blockquote p { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } caption { text-align: left; font-weight: 600; padding: .5rem 0; } th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid #c9cfd8; vertical-align: top; } tr { break-inside: avoid; }
h2, h3 { break-after: avoid; }
`;
