/*
title: {zh: 专家不是从专家库抽取, en: Experts not drawn from the pool}
offence: {zh: 专家组有人不是从劳动能力鉴定专家库抽取的, en: "an expert of the panel was not drawn from the capacity committee's pool"}
not_an_offence: {zh: 都从专家库抽取的, en: all were drawn from it}
unknown: {zh: 没有写是不是从专家库抽取, en: whether they were drawn from it is not told}
money: {zh: 不牵涉金额，按 0 计, en: "no money hangs on it, so 0"}
bearer: fund
judges: panels
needs: {panels: [claim_id, from_pool]}
evidence: {panels_count: {zh: 有问题的专家组, en: panels concerned, unit: 个}}
alert: {zh: "专家不是从专家库抽取", en: "experts not drawn from the pool"}
*/
SELECT p.claim_id,
       CAST(NULL AS BIGINT) AS line_row,
       CASE WHEN count(p.from_pool) > 0 THEN 'fail' ELSE 'unknown' END AS verdict,
       CAST(0 AS DECIMAL(18, 6)) AS amount,
       count(*) AS panels_count
FROM panels AS p
WHERE p.from_pool IS NOT TRUE
GROUP BY p.claim_id
